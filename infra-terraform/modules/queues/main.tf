# The work queues, each with a dead-letter queue of its own and alarms on both.
locals {
  queues = {
    pdf       = "papers to render (GENERATE_PDF)"
    email     = "letters to send (SEND_EMAIL)"
    batch     = "invoices in batches (BATCH_INVOICES)"
    bounce    = "mail that came back, from SES"
    analytics = "events of the bus, for the analysts' consumer"
  }
}

module "key" {
  source     = "../key"
  name       = var.name
  purpose    = "queues"
  account_id = var.account_id
  region     = var.region
  services   = ["events.amazonaws.com", "sns.amazonaws.com"]
  tags       = var.tags
}

resource "aws_sqs_queue" "work" {
  for_each                          = local.queues
  name                              = "${var.name}-${each.key}"
  visibility_timeout_seconds        = var.visibility_seconds
  message_retention_seconds         = 1209600
  receive_wait_time_seconds         = 20
  kms_master_key_id                 = module.key.arn
  kms_data_key_reuse_period_seconds = 300
  tags                              = merge(var.tags, { Purpose = each.value })

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead[each.key].arn
    maxReceiveCount     = var.max_receives
  })
}

resource "aws_sqs_queue" "dead" {
  for_each                          = local.queues
  name                              = "${var.name}-${each.key}-dlq"
  message_retention_seconds         = 1209600
  kms_master_key_id                 = module.key.arn
  kms_data_key_reuse_period_seconds = 300
  tags                              = merge(var.tags, { Purpose = "failed: ${each.value}" })
}

# Redrive goes back to where a message came from, and nowhere else.
resource "aws_sqs_queue_redrive_allow_policy" "dead" {
  for_each  = local.queues
  queue_url = aws_sqs_queue.dead[each.key].url
  redrive_allow_policy = jsonencode({
    redrivePermission = "byQueue"
    sourceQueueArns   = [aws_sqs_queue.work[each.key].arn]
  })
}

resource "aws_sqs_queue_policy" "work" {
  for_each  = local.queues
  queue_url = aws_sqs_queue.work[each.key].url
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [{
        Sid       = "TlsOnly"
        Effect    = "Deny"
        Principal = "*"
        Action    = "sqs:*"
        Resource  = aws_sqs_queue.work[each.key].arn
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      }],
      [for queue, sender in var.senders : {
        Sid       = "Sender"
        Effect    = "Allow"
        Principal = { Service = sender.service }
        Action    = "sqs:SendMessage"
        Resource  = aws_sqs_queue.work[each.key].arn
        Condition = { ArnEquals = { "aws:SourceArn" = sender.source_arn } }
      } if queue == each.key],
    )
  })
}

resource "aws_cloudwatch_metric_alarm" "dead" {
  for_each            = local.queues
  alarm_name          = "${var.name}-${each.key}-dead-letters"
  alarm_description   = "Work failed ${var.max_receives} times: ${each.value}. Runbook: drain a DLQ."
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateNumberOfMessagesVisible"
  dimensions          = { QueueName = aws_sqs_queue.dead[each.key].name }
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]
  tags                = var.tags
}

resource "aws_cloudwatch_metric_alarm" "waiting" {
  for_each            = local.queues
  alarm_name          = "${var.name}-${each.key}-waiting"
  alarm_description   = "Nobody works on: ${each.value}."
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  dimensions          = { QueueName = aws_sqs_queue.work[each.key].name }
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 5
  comparison_operator = "GreaterThanThreshold"
  threshold           = var.oldest_seconds[each.key]
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]
  tags                = var.tags
}
