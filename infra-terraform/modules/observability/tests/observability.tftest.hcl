mock_provider "aws" {}

variables {
  name                  = "lexohub-test"
  account_id            = "111122223333"
  region                = "af-south-1"
  emails                = ["operators@lexohub.example"]
  watched_bucket_arns   = ["arn:aws:s3:::lexohub-test-documents", "arn:aws:s3:::lexohub-test-audit"]
  cluster_name          = "lexohub-test"
  service_names         = { command = "c", process = "p", worker = "w", projection = "j", query = "q" }
  balancer_suffix       = "app/lexohub-test/1"
  target_group_suffixes = { command = "targetgroup/c/1", query = "targetgroup/q/1" }
  queue_names           = { pdf = "pdf", email = "email", batch = "batch", bounce = "bounce", analytics = "analytics" }
  database_identifier   = "lexohub-test-aurora"
  redis_identifier      = "lexohub-test-redis"
  search_domain         = "lexohub-test-search"
}

run "the_seed_s_alarms_ring" {
  assert {
    condition     = aws_cloudwatch_metric_alarm.query["high-error-rate"].threshold == 10 && aws_cloudwatch_metric_alarm.query["high-error-rate"].evaluation_periods == 2 && strcontains(one(aws_cloudwatch_metric_alarm.query["high-error-rate"].metric_query).expression, "LexoHub/API")
    error_message = "the seed's HighErrorRate does not ring"
  }
  assert {
    condition     = alltrue([for metric in ["GenerationDuration", "GenerationSuccess"] : anytrue([for a in aws_cloudwatch_metric_alarm.query : strcontains(one(a.metric_query).expression, metric) && strcontains(one(a.metric_query).expression, "LexoHub/Invoices")])])
    error_message = "invoices that fail or take long tell nobody"
  }
  assert {
    condition     = alltrue([for metric in ["lexohub.audit.alarm", "lexohub.deadletters", "lexohub.projection.lag"] : anytrue([for a in aws_cloudwatch_metric_alarm.query : strcontains(one(a.metric_query).expression, metric)])])
    error_message = "an altered log or a parked event tells nobody"
  }
  assert {
    condition     = alltrue([for metric in ["SUM(\"lexohub.sessions.unchecked\")", "MAX(\"lexohub.selfcheck.drift\")"] : anytrue([for a in aws_cloudwatch_metric_alarm.query : a.threshold == 0 && strcontains(one(a.metric_query).expression, metric)])])
    error_message = "an unchecked session or a read model that differs tells nobody"
  }
  assert {
    condition     = alltrue([for a in aws_cloudwatch_metric_alarm.query : length(a.alarm_actions) == 1]) && alltrue([for a in aws_cloudwatch_metric_alarm.latency : length(a.alarm_actions) == 1])
    error_message = "an alarm rings where nobody hears it"
  }
  assert {
    condition     = length(aws_cloudwatch_composite_alarm.burn) == 2 && abs(aws_cloudwatch_metric_alarm.burn["fast-long"].threshold - 0.0144) < 0.0001 && alltrue([for a in aws_cloudwatch_composite_alarm.burn : length(a.alarm_actions) == 1])
    error_message = "the promise of 99.9 % is used up unseen"
  }
  assert {
    condition     = alltrue([for key, at in { "query-p50" = 0.1, "query-p99" = 0.5, "command-p50" = 0.1, "command-p99" = 0.5 } : aws_cloudwatch_metric_alarm.latency[key].threshold == at])
    error_message = "the seed's latencies are not watched"
  }
  assert {
    condition     = alltrue([for metric in ["GenerationDuration", "GenerationSuccess", "LexoHub/API", "CacheHitRate", "DatabaseConnections", "SearchRate"] : strcontains(aws_cloudwatch_dashboard.this.dashboard_body, metric)])
    error_message = "the dashboard lacks a metric of the seed"
  }
}

run "the_record_cannot_be_changed" {
  assert {
    condition     = output.trail_lock.mode == "COMPLIANCE" && output.trail_lock.days >= 2557
    error_message = "the record can be removed by whom it records"
  }
  assert {
    condition     = aws_cloudtrail.this.enable_log_file_validation && aws_cloudtrail.this.is_multi_region_trail && aws_cloudtrail.this.kms_key_id == module.key.arn
    error_message = "the record is partial, in clear or can be forged"
  }
  assert {
    condition     = length(setsubtract(["arn:aws:s3:::lexohub-test-documents/", "arn:aws:s3:::lexohub-test-audit/"], flatten([for s in aws_cloudtrail.this.advanced_event_selector : [for f in s.field_selector : coalesce(f.starts_with, []) if f.field == "resources.ARN"]]))) == 0
    error_message = "nobody knows who read a paper"
  }
  assert {
    condition     = aws_sns_topic.alarms.kms_master_key_id == module.key.arn && aws_xray_encryption_config.this.type == "KMS"
    error_message = "alarms or traces lie in clear"
  }
  assert {
    condition     = alltrue([for s in jsondecode(aws_sns_topic_policy.alarms.policy).Statement : can(s.Condition.StringEquals["aws:SourceAccount"])])
    error_message = "others can ring our alarms"
  }
}
