# Copies in another region, locked. The keys have vaults of their own under keys of their own: who restores the data does not
# thereby open it.
locals {
  vaults = {
    data = { resources = concat([var.database_arn], var.table_arns), hour = 1 }
    keys = { resources = [var.keys_arn], hour = 2 }
  }
}

module "key" {
  for_each   = local.vaults
  source     = "../key"
  name       = var.name
  purpose    = "backup-${each.key}"
  account_id = var.account_id
  region     = var.region
  services   = ["backup.amazonaws.com"]
  tags       = var.tags
}

module "copy_key" {
  for_each   = local.vaults
  source     = "../key"
  name       = var.name
  purpose    = "backup-${each.key}-copy"
  account_id = var.account_id
  region     = var.copy_region
  services   = ["backup.amazonaws.com"]
  tags       = var.tags
}

resource "aws_backup_vault" "here" {
  for_each      = local.vaults
  name          = "${var.name}-${each.key}"
  kms_key_arn   = module.key[each.key].arn
  force_destroy = false
  tags          = var.tags
}

resource "aws_backup_vault" "there" {
  for_each      = local.vaults
  region        = var.copy_region
  name          = "${var.name}-${each.key}-copy"
  kms_key_arn   = module.copy_key[each.key].arn
  force_destroy = false
  tags          = var.tags
}

# After three days nobody can shorten a backup's life any more.
resource "aws_backup_vault_lock_configuration" "here" {
  for_each            = aws_backup_vault.here
  backup_vault_name   = each.value.name
  changeable_for_days = 3
  min_retention_days  = 7
  max_retention_days  = 35
}

resource "aws_backup_vault_lock_configuration" "there" {
  for_each            = aws_backup_vault.there
  region              = var.copy_region
  backup_vault_name   = each.value.name
  changeable_for_days = 3
  min_retention_days  = 7
  max_retention_days  = 35
}

resource "aws_backup_plan" "this" {
  for_each = local.vaults
  name     = "${var.name}-${each.key}"
  tags     = var.tags

  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.here[each.key].name
    schedule          = "cron(0 ${each.value.hour} * * ? *)"
    start_window      = 60
    completion_window = 300

    lifecycle {
      delete_after = var.days
    }
    copy_action {
      destination_vault_arn = aws_backup_vault.there[each.key].arn
      lifecycle {
        delete_after = var.days
      }
    }
  }
}

resource "aws_backup_selection" "this" {
  for_each     = local.vaults
  name         = "${var.name}-${each.key}"
  plan_id      = aws_backup_plan.this[each.key].id
  iam_role_arn = aws_iam_role.this.arn
  resources    = each.value.resources
}

resource "aws_iam_role" "this" {
  name = "${var.name}-backup"
  tags = var.tags
  # AWS's own: what a backup service needs over services changes with the services.
  managed_policy_arns = [
    "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup",
    "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores",
  ]
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "backup.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
    }]
  })
}

resource "aws_backup_vault_notifications" "this" {
  for_each            = aws_backup_vault.here
  backup_vault_name   = each.value.name
  sns_topic_arn       = var.alarm_topic_arn
  backup_vault_events = ["BACKUP_JOB_FAILED", "COPY_JOB_FAILED", "RESTORE_JOB_COMPLETED", "RECOVERY_POINT_MODIFIED"]
}

# A day without a backup that was finished.
resource "aws_cloudwatch_metric_alarm" "missing" {
  for_each            = local.vaults
  alarm_name          = "${var.name}-backup-${each.key}-missing"
  alarm_description   = "No backup of ${each.key} was finished in a day."
  namespace           = "AWS/Backup"
  metric_name         = "NumberOfBackupJobsCompleted"
  dimensions          = { BackupVaultName = aws_backup_vault.here[each.key].name }
  statistic           = "Sum"
  period              = 86400
  evaluation_periods  = 1
  comparison_operator = "LessThanThreshold"
  threshold           = 1
  treat_missing_data  = "breaching"
  alarm_actions       = [var.alarm_topic_arn]
  tags                = var.tags
}
