# What a month may cost, per service and in all; whoever runs it hears of it before the month is over.
locals {
  environment = join("$", ["user:Environment", var.name])
  thresholds = [
    { type = "FORECASTED", percent = 100 },
    { type = "ACTUAL", percent = 80 },
    { type = "ACTUAL", percent = 100 },
  ]
}

resource "aws_budgets_budget" "service" {
  for_each     = var.monthly
  name         = "${var.name}-${replace(lower(each.key), "/[^a-z0-9]+/", "-")}"
  budget_type  = "COST"
  limit_amount = tostring(each.value)
  limit_unit   = "USD"
  time_unit    = "MONTHLY"
  tags         = var.tags

  cost_filter {
    name   = "Service"
    values = [each.key]
  }
  # The tag that every resource of this environment has.
  cost_filter {
    name   = "TagKeyValue"
    values = [local.environment]
  }

  dynamic "notification" {
    for_each = local.thresholds
    content {
      comparison_operator       = "GREATER_THAN"
      notification_type         = notification.value.type
      threshold                 = notification.value.percent
      threshold_type            = "PERCENTAGE"
      subscriber_sns_topic_arns = [var.alarm_topic_arn]
    }
  }
}

resource "aws_budgets_budget" "total" {
  name         = "${var.name}-total"
  budget_type  = "COST"
  limit_amount = tostring(var.total)
  limit_unit   = "USD"
  time_unit    = "MONTHLY"
  tags         = var.tags

  cost_filter {
    name   = "TagKeyValue"
    values = [local.environment]
  }

  dynamic "notification" {
    for_each = local.thresholds
    content {
      comparison_operator       = "GREATER_THAN"
      notification_type         = notification.value.type
      threshold                 = notification.value.percent
      threshold_type            = "PERCENTAGE"
      subscriber_sns_topic_arns = [var.alarm_topic_arn]
    }
  }
}

resource "aws_ce_cost_allocation_tag" "this" {
  for_each = toset(["Component", "Environment", "Project", "Role"])
  tag_key  = each.key
  status   = "Active"
}

# A day that costs a fifth more than such days do.
resource "aws_ce_anomaly_monitor" "this" {
  name              = "${var.name}-services"
  monitor_type      = "DIMENSIONAL"
  monitor_dimension = "SERVICE"
  tags              = var.tags
}

resource "aws_ce_anomaly_subscription" "this" {
  name             = "${var.name}-services"
  frequency        = "IMMEDIATE"
  monitor_arn_list = [aws_ce_anomaly_monitor.this.arn]
  tags             = var.tags

  subscriber {
    type    = "SNS"
    address = var.alarm_topic_arn
  }
  threshold_expression {
    dimension {
      key           = "ANOMALY_TOTAL_IMPACT_PERCENTAGE"
      match_options = ["GREATER_THAN_OR_EQUAL"]
      values        = ["20"]
    }
  }
}
