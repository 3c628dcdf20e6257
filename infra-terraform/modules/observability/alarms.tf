locals {
  budget = 1 - var.availability

  # How fast the promise of a month is used up, over a long window and a short one, so that an alarm ends when the fault does.
  burns = {
    fast = { factor = 14.4, long = 3600, short = 300, says = "2 % of the month's faults in an hour" }
    slow = { factor = 6, long = 21600, short = 1800, says = "5 % of the month's faults in six hours" }
  }
  windows = merge([for burn, it in local.burns : {
    "${burn}-long"  = { period = it.long, factor = it.factor }
    "${burn}-short" = { period = it.short, factor = it.factor }
  }]...)

  # The seed's metrics. Errors has dimensions, and CloudWatch does not add up over them by itself.
  queries = {
    high-error-rate = {
      expression = "SELECT SUM(Errors) FROM SCHEMA(\"LexoHub/API\", Endpoint, ErrorType)"
      period     = 300, evaluations = 2, operator = "GreaterThanThreshold", at = 10
      says       = "More than ten errors in five minutes, twice (the seed's HighErrorRate)."
    }
    generation-fails = {
      expression = "SELECT AVG(GenerationSuccess) FROM \"LexoHub/Invoices\""
      period     = 300, evaluations = 3, operator = "LessThanThreshold", at = 0.99
      says       = "More than one invoice in a hundred is not generated."
    }
    generation-slow = {
      expression = "SELECT MAX(GenerationDuration) FROM \"LexoHub/Invoices\""
      period     = 300, evaluations = 3, operator = "GreaterThanThreshold", at = 30000
      says       = "An invoice takes longer than half a minute."
    }
    log-altered = {
      expression = "SELECT MAX(\"lexohub.audit.alarm\") FROM \"LexoHub/Log\""
      period     = 60, evaluations = 1, operator = "GreaterThanThreshold", at = 0
      says       = "The log is not what was sealed. Nothing is signed until somebody has looked."
    }
    log-unsealed = {
      expression = "SELECT MAX(\"lexohub.audit.unsealed\") FROM \"LexoHub/Log\""
      period     = 300, evaluations = 3, operator = "GreaterThanThreshold", at = 10000
      says       = "Sealing does not keep up."
    }
    parked = {
      expression = "SELECT MAX(\"lexohub.deadletters\") FROM \"LexoHub/Log\""
      period     = 60, evaluations = 1, operator = "GreaterThanThreshold", at = 0
      says       = "A projector parked events; its read model lacks them."
    }
    projection-lag = {
      expression = "SELECT MAX(\"lexohub.projection.lag\") FROM \"LexoHub/Log\""
      period     = 60, evaluations = 5, operator = "GreaterThanThreshold", at = 10000
      says       = "A read model is far behind the log."
    }
    append-stalls = {
      expression = "SELECT MAX(\"lexohub.log.append.oldest.writer.age\") FROM \"LexoHub/Log\""
      period     = 60, evaluations = 2, operator = "GreaterThanThreshold", at = 2
      says       = "Somebody holds the log's lock."
    }
    sessions-unchecked = {
      expression = "SELECT SUM(\"lexohub.sessions.unchecked\") FROM \"LexoHub/Log\""
      period     = 60, evaluations = 1, operator = "GreaterThanThreshold", at = 0
      says       = "Redis and DynamoDB are both away; ended sessions are let in."
    }
    read-model-drifts = {
      expression = "SELECT MAX(\"lexohub.selfcheck.drift\") FROM \"LexoHub/Log\""
      period     = 300, evaluations = 1, operator = "GreaterThanThreshold", at = 0
      says       = "A read model differs from what the log makes of it."
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "query" {
  for_each            = local.queries
  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.says
  comparison_operator = each.value.operator
  threshold           = each.value.at
  evaluation_periods  = each.value.evaluations
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]
  tags                = var.tags

  metric_query {
    id          = "it"
    expression  = each.value.expression
    period      = each.value.period
    return_data = true
  }
}

# Faults of ours over all requests, at the balancer: what callers see.
resource "aws_cloudwatch_metric_alarm" "burn" {
  for_each            = local.windows
  alarm_name          = "${var.name}-burn-${each.key}"
  alarm_description   = "Part of a burn-rate alarm; tells nobody by itself."
  comparison_operator = "GreaterThanThreshold"
  threshold           = each.value.factor * local.budget
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  tags                = var.tags

  metric_query {
    id          = "rate"
    expression  = "IF(requests > 0, (FILL(targets, 0) + FILL(balancer, 0)) / requests, 0)"
    label       = "share of faults"
    return_data = true
  }

  dynamic "metric_query" {
    for_each = { targets = "HTTPCode_Target_5XX_Count", balancer = "HTTPCode_ELB_5XX_Count", requests = "RequestCount" }
    content {
      id          = metric_query.key
      return_data = false
      metric {
        namespace   = "AWS/ApplicationELB"
        metric_name = metric_query.value
        dimensions  = { LoadBalancer = var.balancer_suffix }
        stat        = "Sum"
        period      = each.value.period
      }
    }
  }
}

resource "aws_cloudwatch_composite_alarm" "burn" {
  for_each          = local.burns
  alarm_name        = "${var.name}-slo-${each.key}"
  alarm_description = "${each.value.says}: ${var.availability * 100} % will not be kept at this rate."
  alarm_rule        = "ALARM(\"${aws_cloudwatch_metric_alarm.burn["${each.key}-long"].alarm_name}\") AND ALARM(\"${aws_cloudwatch_metric_alarm.burn["${each.key}-short"].alarm_name}\")"
  alarm_actions     = [aws_sns_topic.alarms.arn]
  ok_actions        = [aws_sns_topic.alarms.arn]
  tags              = var.tags
}

# The seed's latencies, per role that answers.
resource "aws_cloudwatch_metric_alarm" "latency" {
  for_each            = { for pair in setproduct(keys(var.target_group_suffixes), ["p50", "p99"]) : "${pair[0]}-${pair[1]}" => { role = pair[0], percentile = pair[1] } }
  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = "${each.value.role} is slower than the seed's goal (p50 100 ms, p99 500 ms)."
  namespace           = "AWS/ApplicationELB"
  metric_name         = "TargetResponseTime"
  dimensions          = { LoadBalancer = var.balancer_suffix, TargetGroup = var.target_group_suffixes[each.value.role] }
  extended_statistic  = each.value.percentile
  period              = 300
  evaluation_periods  = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = each.value.percentile == "p50" ? 0.1 : 0.5
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]
  tags                = var.tags
}
