mock_provider "aws" {}

variables {
  name             = "lexohub-test"
  account_id       = "111122223333"
  region           = "af-south-1"
  domain           = "lexohub.example"
  bounce_queue_arn = "arn:aws:sqs:af-south-1:111122223333:lexohub-test-bounce"
  alarm_topic_arn  = "arn:aws:sns:af-south-1:111122223333:alarms"
}

run "letters_are_signed_and_bounces_heard" {
  assert {
    condition     = one(aws_sesv2_email_identity.this.dkim_signing_attributes).next_signing_key_length == "RSA_2048_BIT"
    error_message = "letters are not signed"
  }
  assert {
    condition     = one(aws_sesv2_configuration_set.this.delivery_options).tls_policy == "REQUIRE"
    error_message = "letters travel in clear"
  }
  assert {
    condition     = aws_ses_identity_notification_topic.bounces.include_original_headers && aws_sns_topic_subscription.bounces.raw_message_delivery
    error_message = "a bounce does not have the shape that the worker reads"
  }
  assert {
    condition     = length(setsubtract(["BOUNCE", "COMPLAINT", "REJECT"], one(aws_sesv2_configuration_set_event_destination.metrics.event_destination).matching_event_types)) == 0
    error_message = "bounces and complaints are not counted"
  }
  assert {
    condition     = length(setsubtract(["BounceRate", "ComplaintRate"], [for a in aws_cloudwatch_metric_alarm.reputation : split(".", a.metric_name)[1] if length(a.alarm_actions) == 1])) == 0
    error_message = "a bad reputation tells nobody"
  }
  assert {
    condition     = alltrue([for s in jsondecode(aws_iam_user_policy.smtp.policy).Statement : s.Action == "ses:SendRawEmail" && !contains(flatten([s.Resource]), "*") && can(s.Condition.StringLike["ses:FromAddress"])])
    error_message = "the sender may do more than send from its domain"
  }
  assert {
    condition     = aws_sns_topic.bounces.kms_master_key_id == module.key.arn && aws_secretsmanager_secret.smtp.kms_key_id == module.key.arn
    error_message = "bounces or the password lie in clear"
  }
  assert {
    condition     = aws_sesv2_email_identity_mail_from_attributes.this.behavior_on_mx_failure == "REJECT_MESSAGE"
    error_message = "letters go out without alignment"
  }
}
