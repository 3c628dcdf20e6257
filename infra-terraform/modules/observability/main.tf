# Who is told, what is recorded, and where traces go. What is watched is in alarms.tf, what is seen in dashboard.tf.
module "key" {
  source     = "../key"
  name       = var.name
  purpose    = "observability"
  account_id = var.account_id
  region     = var.region
  services = [
    "budgets.amazonaws.com", "cloudtrail.amazonaws.com", "cloudwatch.amazonaws.com", "costalerts.amazonaws.com",
    "events.rds.amazonaws.com", "backup.amazonaws.com", "logs.${var.region}.amazonaws.com", "xray.amazonaws.com",
  ]
  tags = var.tags
}

resource "aws_sns_topic" "alarms" {
  name              = "${var.name}-alarms"
  kms_master_key_id = module.key.arn
  tags              = var.tags
}

resource "aws_sns_topic_policy" "alarms" {
  arn = aws_sns_topic.alarms.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [for service in ["backup", "budgets", "cloudwatch", "costalerts", "events.rds"] : {
      Sid       = replace(title(service), ".", "")
      Effect    = "Allow"
      Principal = { Service = "${service}.amazonaws.com" }
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.alarms.arn
      Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
    }]
  })
}

resource "aws_sns_topic_subscription" "emails" {
  for_each  = toset(var.emails)
  topic_arn = aws_sns_topic.alarms.arn
  protocol  = "email"
  endpoint  = each.value
}

# Access logs of the balancer and the buckets. Their writers know AES256 only.
module "access_logs" {
  source      = "../bucket"
  bucket      = "${var.name}-access-logs-${var.account_id}"
  kms_key_arn = null
  tags        = var.tags

  statements = [{
    Sid       = "BalancerAndBucketsWrite"
    Effect    = "Allow"
    Principal = { Service = ["delivery.logs.amazonaws.com", "logdelivery.elasticloadbalancing.amazonaws.com", "logging.s3.amazonaws.com"] }
    Action    = "s3:PutObject"
    Resource  = "arn:aws:s3:::${var.name}-access-logs-${var.account_id}/*"
    Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
  }]
}

resource "aws_s3_bucket_lifecycle_configuration" "access_logs" {
  bucket = module.access_logs.id
  rule {
    id     = "expire"
    status = "Enabled"
    filter {}
    expiration {
      days = 400
    }
    noncurrent_version_expiration {
      noncurrent_days = 7
    }
  }
}

# Who did what on AWS, and who read or wrote which paper: locked against whoever did it.
module "trail" {
  source      = "../bucket"
  bucket      = "${var.name}-trail-${var.account_id}"
  kms_key_arn = module.key.arn
  lock        = { mode = "COMPLIANCE", days = var.trail_days }
  tags        = var.tags

  statements = [
    {
      Sid       = "TrailLooks"
      Effect    = "Allow"
      Principal = { Service = "cloudtrail.amazonaws.com" }
      Action    = "s3:GetBucketAcl"
      Resource  = "arn:aws:s3:::${var.name}-trail-${var.account_id}"
      Condition = { StringEquals = { "aws:SourceArn" = local.trail_arn } }
    },
    {
      Sid       = "TrailWrites"
      Effect    = "Allow"
      Principal = { Service = "cloudtrail.amazonaws.com" }
      Action    = "s3:PutObject"
      Resource  = "arn:aws:s3:::${var.name}-trail-${var.account_id}/AWSLogs/${var.account_id}/*"
      Condition = { StringEquals = { "aws:SourceArn" = local.trail_arn } }
    },
  ]
}

locals {
  trail_arn = "arn:aws:cloudtrail:${var.region}:${var.account_id}:trail/${var.name}"
}

resource "aws_cloudtrail" "this" {
  name                          = var.name
  s3_bucket_name                = module.trail.id
  kms_key_id                    = module.key.arn
  enable_log_file_validation    = true
  include_global_service_events = true
  is_multi_region_trail         = true
  tags                          = var.tags

  advanced_event_selector {
    name = "management"
    field_selector {
      field  = "eventCategory"
      equals = ["Management"]
    }
  }

  advanced_event_selector {
    name = "papers and evidence"
    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field  = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field       = "resources.ARN"
      starts_with = [for arn in var.watched_bucket_arns : "${arn}/"]
    }
  }
}

resource "aws_xray_encryption_config" "this" {
  type   = "KMS"
  key_id = module.key.arn
}

# One trace a second and a twentieth of the rest: enough to see where time goes at 1,000 requests a second.
resource "aws_xray_sampling_rule" "this" {
  rule_name      = var.name
  priority       = 1000
  version        = 1
  reservoir_size = 1
  fixed_rate     = 0.05
  host           = "*"
  http_method    = "*"
  resource_arn   = "*"
  service_name   = "*"
  service_type   = "*"
  url_path       = "*"
  tags           = var.tags
}

resource "aws_xray_group" "faults" {
  group_name        = "${var.name}-faults"
  filter_expression = "fault = true"
  tags              = var.tags

  insights_configuration {
    insights_enabled      = true
    notifications_enabled = false
  }
}
