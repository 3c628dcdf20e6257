# Search documents, rebuilt from the log whenever needed. Snapshots save the hours of a rebuild, not the data.
locals {
  domain = "${var.name}-search"
  arn    = "arn:aws:es:${var.region}:${var.account_id}:domain/${local.domain}"
  zones  = min(3, var.data_nodes.count)
  users  = { admin = "lexohub_admin", application = "lexohub_app" }
  logs   = toset(["INDEX_SLOW_LOGS", "SEARCH_SLOW_LOGS", "ES_APPLICATION_LOGS", "AUDIT_LOGS"])
}

module "key" {
  source     = "../key"
  name       = var.name
  purpose    = "opensearch"
  account_id = var.account_id
  region     = var.region
  services   = ["es.amazonaws.com", "logs.${var.region}.amazonaws.com"]
  tags       = var.tags
}

resource "aws_security_group" "this" {
  name        = local.domain
  description = "OpenSearch"
  vpc_id      = var.vpc_id
  tags        = merge(var.tags, { Name = local.domain })
}

resource "aws_vpc_security_group_ingress_rule" "tasks" {
  security_group_id            = aws_security_group.this.id
  referenced_security_group_id = var.task_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
  description                  = "from the tasks"
}

data "aws_secretsmanager_random_password" "this" {
  for_each                   = local.users
  password_length            = 32
  exclude_characters         = "\"'\\/@: "
  require_each_included_type = true
}

resource "aws_secretsmanager_secret" "this" {
  for_each   = local.users
  name       = "${var.name}/opensearch/${each.key}"
  kms_key_id = module.key.arn
  tags       = var.tags
}

resource "aws_secretsmanager_secret_version" "this" {
  for_each  = local.users
  secret_id = aws_secretsmanager_secret.this[each.key].id
  secret_string = jsonencode({
    username = each.value
    password = data.aws_secretsmanager_random_password.this[each.key].random_password
  })

  lifecycle {
    ignore_changes = [secret_string]
  }
}

resource "aws_cloudwatch_log_group" "this" {
  for_each          = local.logs
  name              = "/${var.name}/opensearch/${lower(each.key)}"
  retention_in_days = each.key == "AUDIT_LOGS" ? 365 : 30
  kms_key_id        = module.key.arn
  tags              = var.tags
}

resource "aws_cloudwatch_log_resource_policy" "this" {
  policy_name = local.domain
  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "es.amazonaws.com" }
      Action    = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource  = "arn:aws:logs:${var.region}:${var.account_id}:log-group:/${var.name}/opensearch/*"
      Condition = { StringEquals = { "aws:SourceAccount" = var.account_id }, ArnEquals = { "aws:SourceArn" = local.arn } }
    }]
  })
}

resource "aws_opensearch_domain" "this" {
  domain_name    = local.domain
  engine_version = "OpenSearch_2.19"
  tags           = var.tags

  cluster_config {
    instance_type            = var.data_nodes.type
    instance_count           = var.data_nodes.count
    zone_awareness_enabled   = local.zones > 1
    dedicated_master_enabled = var.masters != null
    dedicated_master_type    = var.masters == null ? null : var.masters.type
    dedicated_master_count   = var.masters == null ? null : 3

    dynamic "zone_awareness_config" {
      for_each = local.zones > 1 ? [local.zones] : []
      content {
        availability_zone_count = zone_awareness_config.value
      }
    }
  }

  ebs_options {
    ebs_enabled = true
    volume_type = "gp3"
    volume_size = var.data_nodes.gib
  }

  vpc_options {
    subnet_ids         = slice(var.subnet_ids, 0, local.zones)
    security_group_ids = [aws_security_group.this.id]
  }

  encrypt_at_rest {
    enabled    = true
    kms_key_id = module.key.arn
  }

  node_to_node_encryption {
    enabled = true
  }

  domain_endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10"
  }

  advanced_options = {
    # An index appears by a template of ours or not at all.
    "rest.action.multi.allow_explicit_index" = "true"
    "override_main_response_version"         = "false"
  }

  # Who may do what is decided inside, per index; the administrator makes the application's user (README).
  advanced_security_options {
    enabled                        = true
    anonymous_auth_enabled         = false
    internal_user_database_enabled = true
    master_user_options {
      master_user_name     = local.users.admin
      master_user_password = jsondecode(aws_secretsmanager_secret_version.this["admin"].secret_string).password
    }
  }

  # The network lets in the tasks alone, and each request proves who it is; signed requests are not used.
  access_policies = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "es:ESHttp*"
      Resource  = "${local.arn}/*"
    }]
  })

  snapshot_options {
    automated_snapshot_start_hour = 1
  }

  auto_tune_options {
    desired_state       = startswith(var.data_nodes.type, "t") ? "DISABLED" : "ENABLED"
    rollback_on_disable = "NO_ROLLBACK"
  }

  off_peak_window_options {
    enabled = true
  }

  software_update_options {
    auto_software_update_enabled = true
  }

  dynamic "log_publishing_options" {
    for_each = local.logs
    content {
      log_type                 = log_publishing_options.value
      cloudwatch_log_group_arn = aws_cloudwatch_log_group.this[log_publishing_options.value].arn
    }
  }

  depends_on = [aws_cloudwatch_log_resource_policy.this]
}

# Snapshots of our own, beside the hourly ones that the service keeps for two weeks.
module "snapshots" {
  source            = "../bucket"
  bucket            = "${var.name}-search-snapshots-${var.account_id}"
  kms_key_arn       = module.key.arn
  access_log_bucket = var.access_log_bucket
  tags              = var.tags
}

resource "aws_iam_role" "snapshots" {
  name = "${local.domain}-snapshots"
  tags = var.tags
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "es.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = var.account_id }, ArnEquals = { "aws:SourceArn" = local.arn } }
    }]
  })
}

resource "aws_iam_role_policy" "snapshots" {
  name = "snapshots"
  role = aws_iam_role.snapshots.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "s3:ListBucket", Resource = module.snapshots.arn },
      { Effect = "Allow", Action = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], Resource = "${module.snapshots.arn}/*" },
      { Effect = "Allow", Action = ["kms:Decrypt", "kms:GenerateDataKey"], Resource = module.key.arn },
    ]
  })
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = {
    red     = { metric = "ClusterStatus.red", statistic = "Maximum", operator = "GreaterThanOrEqualToThreshold", at = 1, minutes = 1, says = "Some documents are not there. Runbook: replay." }
    yellow  = { metric = "ClusterStatus.yellow", statistic = "Maximum", operator = "GreaterThanOrEqualToThreshold", at = 1, minutes = 30, says = "Copies are missing." }
    blocked = { metric = "ClusterIndexWritesBlocked", statistic = "Maximum", operator = "GreaterThanOrEqualToThreshold", at = 1, minutes = 5, says = "Projectors cannot write." }
    disk    = { metric = "FreeStorageSpace", statistic = "Minimum", operator = "LessThanThreshold", at = var.data_nodes.gib * 1024 / 4, minutes = 5, says = "Less than a quarter of a disk is left." }
    memory  = { metric = "JVMMemoryPressure", statistic = "Maximum", operator = "GreaterThanThreshold", at = 85, minutes = 15, says = "The heap is nearly full." }
    backup  = { metric = "AutomatedSnapshotFailure", statistic = "Maximum", operator = "GreaterThanOrEqualToThreshold", at = 1, minutes = 1, says = "A snapshot failed." }
    latency = { metric = "SearchLatency", statistic = "Average", operator = "GreaterThanThreshold", at = 500, minutes = 10, says = "A search takes more than half a second." }
  }
  alarm_name          = "${local.domain}-${each.key}"
  alarm_description   = each.value.says
  namespace           = "AWS/ES"
  metric_name         = each.value.metric
  dimensions          = { DomainName = aws_opensearch_domain.this.domain_name, ClientId = var.account_id }
  statistic           = each.value.statistic
  period              = 60
  evaluation_periods  = each.value.minutes
  comparison_operator = each.value.operator
  threshold           = each.value.at
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]
  tags                = var.tags
}
