mock_provider "aws" {}

variables {
  name            = "lexohub-test"
  account_id      = "111122223333"
  region          = "af-south-1"
  total           = 1500
  monthly         = { "Amazon Relational Database Service" = 400, "AmazonCloudWatch" = 100 }
  alarm_topic_arn = "arn:aws:sns:af-south-1:111122223333:alarms"
}

run "money_is_watched" {
  assert {
    condition     = length(aws_budgets_budget.service) == 2 && alltrue([for b in aws_budgets_budget.service : anytrue([for f in b.cost_filter : f.name == "Service"])])
    error_message = "a service has no budget of its own"
  }
  assert {
    condition     = alltrue([for b in concat(values(aws_budgets_budget.service), [aws_budgets_budget.total]) : contains([for n in b.notification : n.notification_type], "FORECASTED") && alltrue([for n in b.notification : length(n.subscriber_sns_topic_arns) == 1])])
    error_message = "nobody hears of it before the month is over"
  }
  assert {
    condition     = aws_budgets_budget.total.limit_amount == "1500" && aws_budgets_budget.total.time_unit == "MONTHLY"
    error_message = "the whole has no limit"
  }
  assert {
    condition     = contains(keys(aws_ce_cost_allocation_tag.this), "Component") && alltrue([for t in aws_ce_cost_allocation_tag.this : t.status == "Active"])
    error_message = "the bill does not know the components"
  }
  assert {
    condition     = alltrue([for b in aws_budgets_budget.service : anytrue([for f in b.cost_filter : f.name == "TagKeyValue" && contains(f.values, "user:Environment$lexohub-test")])])
    error_message = "another environment's costs count here"
  }
}
