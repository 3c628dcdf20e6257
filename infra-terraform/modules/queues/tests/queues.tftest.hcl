mock_provider "aws" {}

variables {
  name            = "lexohub-test"
  account_id      = "111122223333"
  region          = "af-south-1"
  alarm_topic_arn = "arn:aws:sns:af-south-1:111122223333:alarms"
  senders         = { bounce = { service = "sns.amazonaws.com", source_arn = "arn:aws:sns:af-south-1:111122223333:bounces" } }
}

run "no_work_is_lost_unseen" {
  assert {
    condition     = alltrue([for queue in ["pdf", "email", "batch", "bounce", "analytics"] : contains(keys(aws_sqs_queue.work), queue)])
    error_message = "a queue of the application is missing"
  }
  assert {
    condition     = alltrue([for queue, it in aws_sqs_queue.work : try(jsondecode(it.redrive_policy).deadLetterTargetArn, "") == aws_sqs_queue.dead[queue].arn && try(jsondecode(it.redrive_policy).maxReceiveCount, 0) == 5])
    error_message = "a queue has no dead-letter queue after five receipts"
  }
  assert {
    condition     = alltrue([for it in concat(values(aws_sqs_queue.work), values(aws_sqs_queue.dead)) : it.kms_master_key_id == module.key.arn])
    error_message = "messages lie in clear"
  }
  assert {
    condition     = alltrue([for it in concat(values(aws_sqs_queue.work), values(aws_sqs_queue.dead)) : it.message_retention_seconds == 1209600])
    error_message = "a message goes before a holiday is over"
  }
  assert {
    condition     = length(setsubtract(keys(aws_sqs_queue.dead), keys(aws_cloudwatch_metric_alarm.dead))) == 0 && alltrue([for a in aws_cloudwatch_metric_alarm.dead : a.threshold == 0 && length(a.alarm_actions) == 1])
    error_message = "a dead letter tells nobody"
  }
  assert {
    condition     = alltrue([for a in aws_cloudwatch_metric_alarm.waiting : a.metric_name == "ApproximateAgeOfOldestMessage" && length(a.alarm_actions) == 1])
    error_message = "work that waits tells nobody"
  }
  assert {
    condition     = alltrue([for p in aws_sqs_queue_policy.work : alltrue([for s in jsondecode(p.policy).Statement : can(s.Condition) if s.Effect == "Allow"])])
    error_message = "a service may put messages for others"
  }
  assert {
    condition     = alltrue([for p in aws_sqs_queue_policy.work : anytrue([for s in jsondecode(p.policy).Statement : s.Effect == "Deny" && try(s.Condition.Bool["aws:SecureTransport"], "") == "false"])])
    error_message = "messages travel in clear"
  }
  assert {
    condition     = alltrue([for p in aws_sqs_queue_redrive_allow_policy.dead : jsondecode(p.redrive_allow_policy).redrivePermission == "byQueue"])
    error_message = "anybody's failed messages may land here"
  }
}
