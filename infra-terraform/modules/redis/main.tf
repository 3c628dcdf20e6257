# Counts, cards and limits. It may vanish: SQL answers then, so nothing here is the only copy of anything.
locals {
  identifier = "${var.name}-redis"
  cluster    = var.shards > 1
}

module "key" {
  source     = "../key"
  name       = var.name
  purpose    = "redis"
  account_id = var.account_id
  region     = var.region
  services   = ["logs.${var.region}.amazonaws.com"]
  tags       = var.tags
}

resource "aws_elasticache_subnet_group" "this" {
  name       = local.identifier
  subnet_ids = var.subnet_ids
  tags       = var.tags
}

resource "aws_security_group" "this" {
  name        = local.identifier
  description = "Redis"
  vpc_id      = var.vpc_id
  tags        = merge(var.tags, { Name = local.identifier })
}

resource "aws_vpc_security_group_ingress_rule" "tasks" {
  security_group_id            = aws_security_group.this.id
  referenced_security_group_id = var.task_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 6379
  to_port                      = 6379
  description                  = "from the tasks"
}

# Sets that are counted have no time to live and must be whole or absent: only what expires anyway is evicted.
resource "aws_elasticache_parameter_group" "this" {
  name   = "${local.identifier}-7"
  family = "redis7"
  tags   = var.tags

  parameter {
    name  = "maxmemory-policy"
    value = "volatile-lru"
  }
  parameter {
    name  = "cluster-enabled"
    value = local.cluster ? "yes" : "no"
  }
}

resource "aws_cloudwatch_log_group" "slow" {
  name              = "/${var.name}/redis/slow"
  retention_in_days = 30
  kms_key_id        = module.key.arn
  tags              = var.tags
}

data "aws_secretsmanager_random_password" "this" {
  password_length     = 64
  exclude_punctuation = true
}

resource "aws_secretsmanager_secret" "token" {
  name       = "${var.name}/redis/token"
  kms_key_id = module.key.arn
  tags       = var.tags
}

resource "aws_secretsmanager_secret_version" "token" {
  secret_id     = aws_secretsmanager_secret.token.id
  secret_string = data.aws_secretsmanager_random_password.this.random_password

  lifecycle {
    ignore_changes = [secret_string]
  }
}

resource "aws_elasticache_replication_group" "this" {
  replication_group_id       = local.identifier
  description                = "LexoHub's cache"
  engine                     = "redis"
  engine_version             = "7.1"
  node_type                  = var.node_type
  port                       = 6379
  num_node_groups            = var.shards
  replicas_per_node_group    = var.replicas
  automatic_failover_enabled = true
  multi_az_enabled           = true
  parameter_group_name       = aws_elasticache_parameter_group.this.name
  subnet_group_name          = aws_elasticache_subnet_group.this.name
  security_group_ids         = [aws_security_group.this.id]
  at_rest_encryption_enabled = true
  kms_key_id                 = module.key.arn
  transit_encryption_enabled = true
  transit_encryption_mode    = "required"
  auth_token                 = aws_secretsmanager_secret_version.token.secret_string
  auth_token_update_strategy = "ROTATE"
  snapshot_retention_limit   = 3
  snapshot_window            = "01:30-02:30"
  maintenance_window         = "sun:03:00-sun:04:00"
  auto_minor_version_upgrade = true
  apply_immediately          = false
  tags                       = var.tags

  log_delivery_configuration {
    destination      = aws_cloudwatch_log_group.slow.name
    destination_type = "cloudwatch-logs"
    log_format       = "json"
    log_type         = "slow-log"
  }
}

# The whole of lexohub.redis.url, because the application takes user, host and token in one.
resource "aws_secretsmanager_secret" "url" {
  name       = "${var.name}/redis/url"
  kms_key_id = module.key.arn
  tags       = var.tags
}

resource "aws_secretsmanager_secret_version" "url" {
  secret_id = aws_secretsmanager_secret.url.id
  secret_string = format("rediss://:%s@%s:6379", aws_secretsmanager_secret_version.token.secret_string,
  local.cluster ? aws_elasticache_replication_group.this.configuration_endpoint_address : aws_elasticache_replication_group.this.primary_endpoint_address)
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = {
    memory  = { metric = "DatabaseMemoryUsagePercentage", operator = "GreaterThanThreshold", at = 80, says = "Redis is nearly full." }
    cpu     = { metric = "EngineCPUUtilization", operator = "GreaterThanThreshold", at = 80, says = "Redis has one thread, and it is busy." }
    hits    = { metric = "CacheHitRate", operator = "LessThanThreshold", at = 80, says = "Fewer than 80 % of reads are hits: the seed's goal." }
    refused = { metric = "AuthenticationFailures", operator = "GreaterThanThreshold", at = 0, says = "Somebody has the wrong token." }
  }
  alarm_name          = "${local.identifier}-${each.key}"
  alarm_description   = each.value.says
  namespace           = "AWS/ElastiCache"
  metric_name         = each.value.metric
  dimensions          = { ReplicationGroupId = aws_elasticache_replication_group.this.id }
  statistic           = each.key == "hits" ? "Average" : "Maximum"
  period              = 300
  evaluation_periods  = 3
  comparison_operator = each.value.operator
  threshold           = each.value.at
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]
  tags                = var.tags
}
