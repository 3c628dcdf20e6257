# The bus that other systems listen to, with an archive to replay from. Papers and mail are not its business: a saga is
# their only trigger, so that nothing is done twice.
locals {
  # What EventBridgePublisher puts.
  rules = {
    pro-formas = { sources = ["lexohub.proforma"], types = ["ProFormaSent", "ProFormaAccepted", "ProFormaDeclined", "ProFormaExpired"] }
    invoices   = { sources = ["lexohub.invoices"], types = ["InvoiceGenerated", "InvoiceSent", "InvoiceOverdue", "InvoicePaid", "InvoiceVoided", "InvoiceWrittenOff", "InvoiceDisputed", "InvoiceDisputeResolved", "CreditNoteIssued"] }
    payments   = { sources = ["lexohub.payments"], types = ["PaymentRecorded"] }
    matters    = { sources = ["lexohub.matters"], types = ["MatterOpened"] }
  }
}

module "key" {
  source     = "../key"
  name       = var.name
  purpose    = "events"
  account_id = var.account_id
  region     = var.region
  services   = ["events.amazonaws.com"]
  tags       = var.tags
}

resource "aws_cloudwatch_event_bus" "this" {
  name               = "${var.name}-events"
  description        = "What happened in LexoHub"
  kms_key_identifier = module.key.arn
  tags               = var.tags
}

resource "aws_cloudwatch_event_archive" "this" {
  name               = "${var.name}-events"
  description        = "Replay: aws events start-replay"
  event_source_arn   = aws_cloudwatch_event_bus.this.arn
  retention_days     = var.archive_days
  kms_key_identifier = module.key.arn
}

resource "aws_cloudwatch_event_rule" "this" {
  for_each       = local.rules
  name           = "${var.name}-${each.key}"
  description    = "${join(", ", each.value.types)} for the analysts"
  event_bus_name = aws_cloudwatch_event_bus.this.name
  event_pattern  = jsonencode({ source = each.value.sources, "detail-type" = each.value.types })
  tags           = var.tags
}

resource "aws_cloudwatch_event_target" "analytics" {
  for_each       = aws_cloudwatch_event_rule.this
  rule           = each.value.name
  event_bus_name = aws_cloudwatch_event_bus.this.name
  target_id      = "analytics"
  arn            = var.analytics_queue_arn

  retry_policy {
    maximum_event_age_in_seconds = 86400
    maximum_retry_attempts       = 185
  }

  dead_letter_config {
    arn = var.analytics_dead_arn
  }
}

resource "aws_sqs_queue_policy" "dead" {
  queue_url = "https://sqs.${var.region}.amazonaws.com/${var.account_id}/${reverse(split(":", var.analytics_dead_arn))[0]}"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "UndeliveredEvents"
      Effect    = "Allow"
      Principal = { Service = "events.amazonaws.com" }
      Action    = "sqs:SendMessage"
      Resource  = var.analytics_dead_arn
      Condition = { ArnLike = { "aws:SourceArn" = "arn:aws:events:${var.region}:${var.account_id}:rule/${aws_cloudwatch_event_bus.this.name}/*" } }
    }]
  })
}

resource "aws_schemas_registry" "this" {
  name        = "${var.name}-events"
  description = "Shapes of the events on the bus"
  tags        = var.tags
}

resource "aws_schemas_schema" "this" {
  for_each      = fileset("${path.module}/schemas", "*.json")
  name          = "lexohub@${trimsuffix(each.key, ".json")}"
  registry_name = aws_schemas_registry.this.name
  type          = "JSONSchemaDraft4"
  content       = file("${path.module}/schemas/${each.key}")
  tags          = var.tags
}

resource "aws_cloudwatch_metric_alarm" "undelivered" {
  for_each            = aws_cloudwatch_event_rule.this
  alarm_name          = "${var.name}-${each.key}-undelivered"
  alarm_description   = "The bus could not hand over events; they are in the dead-letter queue."
  namespace           = "AWS/Events"
  metric_name         = "InvocationsSentToDlq"
  dimensions          = { EventBusName = aws_cloudwatch_event_bus.this.name, RuleName = each.value.name }
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.alarm_topic_arn]
  tags                = var.tags
}
