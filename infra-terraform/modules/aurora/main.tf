# The log, the read models and everything with a transaction. The writer decides; readers take over and serve analysts.
locals {
  identifier = "${var.name}-aurora"
  # Names that the migrations grant to.
  database = "lexohub"
  roles    = { owner = "lexohub_owner", application = "lexohub_app", analyst = "lexohub_analyst" }
}

module "key" {
  source     = "../key"
  name       = var.name
  purpose    = "aurora"
  account_id = var.account_id
  region     = var.region
  services   = ["logs.${var.region}.amazonaws.com"]
  tags       = var.tags
}

resource "aws_db_subnet_group" "this" {
  name       = local.identifier
  subnet_ids = var.subnet_ids
  tags       = var.tags
}

resource "aws_security_group" "this" {
  name        = local.identifier
  description = "Aurora"
  vpc_id      = var.vpc_id
  tags        = merge(var.tags, { Name = local.identifier })
}

resource "aws_vpc_security_group_ingress_rule" "tasks" {
  security_group_id            = aws_security_group.this.id
  referenced_security_group_id = var.task_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
  description                  = "from the tasks"
}

# For an event store: a commit is on disk when it is answered, and no log line carries people's data.
resource "aws_rds_cluster_parameter_group" "this" {
  name        = "${local.identifier}-17"
  family      = "aurora-postgresql17"
  description = "Event store"
  tags        = var.tags

  dynamic "parameter" {
    for_each = {
      "rds.force_ssl"                       = "1"
      "synchronous_commit"                  = "on"
      "password_encryption"                 = "scram-sha-256"
      "log_statement"                       = "none"
      "log_min_duration_statement"          = "1000"
      "log_parameter_max_length"            = "0"
      "log_parameter_max_length_on_error"   = "0"
      "log_lock_waits"                      = "1"
      "log_autovacuum_min_duration"         = "10000"
      "idle_in_transaction_session_timeout" = "60000"
      "pgaudit.log"                         = "ddl,role"
      "random_page_cost"                    = "1.1"
    }
    content {
      name  = parameter.key
      value = parameter.value
    }
  }

  dynamic "parameter" {
    for_each = {
      "max_connections"          = tostring(var.most_connections)
      "shared_preload_libraries" = "pg_stat_statements,pgaudit"
      "track_commit_timestamp"   = "1"
    }
    content {
      name         = parameter.key
      value        = parameter.value
      apply_method = "pending-reboot"
    }
  }
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/rds/cluster/${local.identifier}/postgresql"
  retention_in_days = 365
  kms_key_id        = module.key.arn
  tags              = var.tags
}

resource "aws_rds_cluster" "this" {
  cluster_identifier = local.identifier
  engine             = "aurora-postgresql"
  engine_mode        = "provisioned"
  engine_version     = var.engine_version

  # Only bootstrap.sql is run as this user, which RDS gives a password that it rotates itself.
  master_username               = "lexohub_admin"
  manage_master_user_password   = true
  master_user_secret_kms_key_id = module.key.id

  db_subnet_group_name            = aws_db_subnet_group.this.name
  vpc_security_group_ids          = [aws_security_group.this.id]
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.this.name

  storage_encrypted                   = true
  kms_key_id                          = module.key.arn
  iam_database_authentication_enabled = true
  # bootstrap.sql goes through the Data API, so that nobody needs a way into the network.
  enable_http_endpoint = true

  backup_retention_period         = 35
  preferred_backup_window         = "00:30-01:30"
  preferred_maintenance_window    = "sun:02:00-sun:03:00"
  copy_tags_to_snapshot           = true
  deletion_protection             = var.protected
  skip_final_snapshot             = !var.protected
  final_snapshot_identifier       = "${local.identifier}-last"
  enabled_cloudwatch_logs_exports = ["postgresql"]
  tags                            = merge(var.tags, { Backup = "cross-region" })

  serverlessv2_scaling_configuration {
    min_capacity = var.capacity.min
    max_capacity = var.capacity.max
  }

  depends_on = [aws_cloudwatch_log_group.this]
}

# The writer and the readers that are always there, spread over the zones.
resource "aws_rds_cluster_instance" "this" {
  count                           = 1 + var.readers.min
  identifier                      = "${local.identifier}-${count.index}"
  cluster_identifier              = aws_rds_cluster.this.id
  engine                          = aws_rds_cluster.this.engine
  engine_version                  = aws_rds_cluster.this.engine_version
  instance_class                  = "db.serverless"
  publicly_accessible             = false
  promotion_tier                  = min(count.index, 1)
  auto_minor_version_upgrade      = true
  performance_insights_enabled    = true
  performance_insights_kms_key_id = module.key.arn
  monitoring_interval             = 60
  monitoring_role_arn             = aws_iam_role.monitoring.arn
  tags                            = var.tags
}

resource "aws_appautoscaling_target" "readers" {
  service_namespace  = "rds"
  scalable_dimension = "rds:cluster:ReadReplicaCount"
  resource_id        = "cluster:${aws_rds_cluster.this.id}"
  min_capacity       = var.readers.min
  max_capacity       = var.readers.max
}

resource "aws_appautoscaling_policy" "readers" {
  name               = "${local.identifier}-readers"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.readers.service_namespace
  scalable_dimension = aws_appautoscaling_target.readers.scalable_dimension
  resource_id        = aws_appautoscaling_target.readers.resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = 60
    scale_in_cooldown  = 600
    scale_out_cooldown = 120
    predefined_metric_specification {
      predefined_metric_type = "RDSReaderAverageCPUUtilization"
    }
  }
}

resource "aws_iam_role" "monitoring" {
  name                = "${local.identifier}-monitoring"
  managed_policy_arns = ["arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"]
  tags                = var.tags
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "monitoring.rds.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
    }]
  })
}

# Passwords of the roles, made once; bootstrap.sql gives them to the roles.
data "aws_secretsmanager_random_password" "this" {
  for_each            = local.roles
  password_length     = 40
  exclude_punctuation = true
}

resource "aws_secretsmanager_secret" "this" {
  for_each   = local.roles
  name       = "${var.name}/aurora/${each.key}"
  kms_key_id = module.key.arn
  tags       = var.tags
}

resource "aws_secretsmanager_secret_version" "this" {
  for_each  = local.roles
  secret_id = aws_secretsmanager_secret.this[each.key].id
  secret_string = jsonencode({
    username = each.value
    password = data.aws_secretsmanager_random_password.this[each.key].random_password
  })

  lifecycle {
    ignore_changes = [secret_string]
  }
}
