mock_provider "aws" {}

variables {
  name                = "lexohub"
  account_id          = "111122223333"
  region              = "af-south-1"
  analytics_queue_arn = "arn:aws:sqs:af-south-1:111122223333:lexohub-analytics"
  analytics_dead_arn  = "arn:aws:sqs:af-south-1:111122223333:lexohub-analytics-dlq"
  alarm_topic_arn     = "arn:aws:sns:af-south-1:111122223333:alarms"
}

run "events_reach_who_listens" {
  assert {
    condition     = output.bus_name == "lexohub-events"
    error_message = "production's bus is not lexohub-events"
  }
  assert {
    condition     = aws_cloudwatch_event_bus.this.kms_key_identifier == module.key.arn && aws_cloudwatch_event_archive.this.kms_key_identifier == module.key.arn
    error_message = "events lie in clear"
  }
  assert {
    condition     = aws_cloudwatch_event_archive.this.retention_days >= 365 && aws_cloudwatch_event_archive.this.event_source_arn == aws_cloudwatch_event_bus.this.arn
    error_message = "a year cannot be replayed"
  }
  assert {
    condition     = alltrue([for type in ["ProFormaSent", "ProFormaAccepted", "ProFormaDeclined", "ProFormaExpired", "InvoiceGenerated", "InvoiceSent", "InvoiceOverdue", "InvoicePaid", "InvoiceVoided", "InvoiceWrittenOff", "InvoiceDisputed", "InvoiceDisputeResolved", "CreditNoteIssued", "PaymentRecorded", "MatterOpened"] : contains(flatten([for r in aws_cloudwatch_event_rule.this : jsondecode(r.event_pattern)["detail-type"]]), type)])
    error_message = "an event of the application reaches nobody"
  }
  assert {
    condition     = alltrue([for t in aws_cloudwatch_event_target.analytics : length(t.dead_letter_config) == 1])
    error_message = "an event that is not taken is lost"
  }
  assert {
    condition     = alltrue([for s in jsondecode(aws_sqs_queue_policy.dead.policy).Statement : can(s.Condition.ArnLike["aws:SourceArn"])])
    error_message = "anybody's events may land in the dead-letter queue"
  }
  assert {
    condition     = alltrue([for a in aws_cloudwatch_metric_alarm.undelivered : length(a.alarm_actions) == 1]) && length(aws_cloudwatch_metric_alarm.undelivered) == length(aws_cloudwatch_event_rule.this)
    error_message = "undelivered events tell nobody"
  }
  assert {
    condition     = alltrue([for name in ["InvoiceGenerated", "ProFormaAccepted", "CloudEvent"] : contains([for s in aws_schemas_schema.this : s.name], "lexohub@${name}")])
    error_message = "a shape on the bus has no schema"
  }
  assert {
    condition     = contains(jsondecode(aws_schemas_schema.this["CloudEvent.json"].content).required, "dataschema")
    error_message = "what an event's data is, nobody is told"
  }
}
