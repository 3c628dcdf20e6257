mock_provider "aws" {}

variables {
  name            = "lexohub-test"
  account_id      = "111122223333"
  region          = "af-south-1"
  copy_region     = "eu-west-1"
  database_arn    = "arn:aws:rds:af-south-1:111122223333:cluster:lexohub-test-aurora"
  keys_arn        = "arn:aws:elasticfilesystem:af-south-1:111122223333:file-system/fs-1"
  alarm_topic_arn = "arn:aws:sns:af-south-1:111122223333:alarms"
}

run "a_region_can_be_lost" {
  assert {
    condition     = alltrue([for v in aws_backup_vault.there : v.region == "eu-west-1"]) && alltrue([for p in aws_backup_plan.this : alltrue([for r in p.rule : length(r.copy_action) == 1])])
    error_message = "nothing is copied out of the region"
  }
  assert {
    condition     = contains(aws_backup_selection.this["data"].resources, var.database_arn) && contains(aws_backup_selection.this["keys"].resources, var.keys_arn)
    error_message = "the log or the keys have no backup"
  }
  assert {
    condition     = !contains(aws_backup_selection.this["data"].resources, var.keys_arn)
    error_message = "the keys lie beside what they open"
  }
  assert {
    condition     = aws_backup_vault.here["data"].kms_key_arn == module.key["data"].arn && aws_backup_vault.there["keys"].kms_key_arn == module.copy_key["keys"].arn
    error_message = "backups are not encrypted with keys of ours"
  }
  assert {
    condition     = alltrue([for l in concat(values(aws_backup_vault_lock_configuration.here), values(aws_backup_vault_lock_configuration.there)) : l.min_retention_days == 7 && l.changeable_for_days != null]) && length(aws_backup_vault_lock_configuration.there) == 2
    error_message = "an intruder removes the backups first"
  }
  assert {
    condition     = alltrue([for p in aws_backup_plan.this : alltrue([for r in p.rule : one(r.lifecycle).delete_after <= 35 && alltrue([for c in r.copy_action : one(c.lifecycle).delete_after <= 35])])])
    error_message = "erased people live on in old backups"
  }
  assert {
    condition     = alltrue([for a in aws_cloudwatch_metric_alarm.missing : a.treat_missing_data == "breaching" && length(a.alarm_actions) == 1]) && length(aws_cloudwatch_metric_alarm.missing) == 2
    error_message = "a missing backup tells nobody"
  }
}
