# Mail leaves by SES over SMTP. What comes back goes to the worker in the shape it reads: SES's own notification with the
# original headers, because the letter is recognised by the Message-ID that LexoHub wrote.
locals {
  identity = "arn:aws:ses:${var.region}:${var.account_id}:identity/${var.domain}"
}

module "key" {
  source     = "../key"
  name       = var.name
  purpose    = "mail"
  account_id = var.account_id
  region     = var.region
  services   = ["ses.amazonaws.com", "sns.amazonaws.com"]
  tags       = var.tags
}

resource "aws_sesv2_configuration_set" "this" {
  configuration_set_name = "${var.name}-mail"
  tags                   = var.tags

  delivery_options {
    tls_policy = "REQUIRE"
  }
  reputation_options {
    reputation_metrics_enabled = true
  }
  sending_options {
    sending_enabled = true
  }
  # Who complained is not written to again; a bounce is the advocate's to act on, and may be a full mailbox.
  suppression_options {
    suppressed_reasons = ["COMPLAINT"]
  }
}

resource "aws_sesv2_email_identity" "this" {
  email_identity         = var.domain
  configuration_set_name = aws_sesv2_configuration_set.this.configuration_set_name
  tags                   = var.tags

  dkim_signing_attributes {
    next_signing_key_length = "RSA_2048_BIT"
  }
}

# Bounces go to a name of ours, so that SPF aligns with the sender's domain.
resource "aws_sesv2_email_identity_mail_from_attributes" "this" {
  email_identity         = aws_sesv2_email_identity.this.email_identity
  mail_from_domain       = "bounce.${var.domain}"
  behavior_on_mx_failure = "REJECT_MESSAGE"
}

resource "aws_sesv2_configuration_set_event_destination" "metrics" {
  configuration_set_name = aws_sesv2_configuration_set.this.configuration_set_name
  event_destination_name = "metrics"
  event_destination {
    enabled              = true
    matching_event_types = ["BOUNCE", "COMPLAINT", "DELIVERY_DELAY", "REJECT", "RENDERING_FAILURE", "SEND"]
    cloud_watch_destination {
      dimension_configuration {
        default_dimension_value = var.name
        dimension_name          = "Environment"
        dimension_value_source  = "MESSAGE_TAG"
      }
    }
  }
}

resource "aws_sns_topic" "bounces" {
  name              = "${var.name}-bounces"
  kms_master_key_id = module.key.arn
  tags              = var.tags
}

resource "aws_sns_topic_policy" "bounces" {
  arn = aws_sns_topic.bounces.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "SesTells"
      Effect    = "Allow"
      Principal = { Service = "ses.amazonaws.com" }
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.bounces.arn
      Condition = { StringEquals = { "aws:SourceAccount" = var.account_id }, ArnEquals = { "aws:SourceArn" = local.identity } }
    }]
  })
}

resource "aws_ses_identity_notification_topic" "bounces" {
  identity                 = aws_sesv2_email_identity.this.email_identity
  notification_type        = "Bounce"
  topic_arn                = aws_sns_topic.bounces.arn
  include_original_headers = true
}

resource "aws_sns_topic_subscription" "bounces" {
  topic_arn            = aws_sns_topic.bounces.arn
  protocol             = "sqs"
  endpoint             = var.bounce_queue_arn
  raw_message_delivery = true
}

# SMTP knows no roles: a user that can do nothing but send from this domain. Replace the key to rotate it:
# terraform apply -replace=...aws_iam_access_key.smtp
resource "aws_iam_user" "smtp" {
  name = "${var.name}-smtp"
  tags = var.tags
}

resource "aws_iam_user_policy" "smtp" {
  name = "send"
  user = aws_iam_user.smtp.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "ses:SendRawEmail"
      Resource  = [local.identity, "arn:aws:ses:${var.region}:${var.account_id}:configuration-set/${var.name}-mail"]
      Condition = { StringLike = { "ses:FromAddress" = "*@${var.domain}" } }
    }]
  })
}

resource "aws_iam_access_key" "smtp" {
  user = aws_iam_user.smtp.name
}

resource "aws_secretsmanager_secret" "smtp" {
  name       = "${var.name}/smtp"
  kms_key_id = module.key.arn
  tags       = var.tags
}

resource "aws_secretsmanager_secret_version" "smtp" {
  secret_id = aws_secretsmanager_secret.smtp.id
  secret_string = jsonencode({
    username = aws_iam_access_key.smtp.id
    password = aws_iam_access_key.smtp.ses_smtp_password_v4
  })
}

# SES stops an account at 10 % bounces and 0.5 % complaints.
resource "aws_cloudwatch_metric_alarm" "reputation" {
  for_each            = { BounceRate = 0.05, ComplaintRate = 0.001 }
  alarm_name          = "${var.name}-mail-${lower(each.key)}"
  alarm_description   = "SES reviews senders above this."
  namespace           = "AWS/SES"
  metric_name         = "Reputation.${each.key}"
  statistic           = "Maximum"
  period              = 3600
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = each.value
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.alarm_topic_arn]
  tags                = var.tags
}
