mock_provider "aws" {}

variables {
  name                   = "lexohub-test"
  account_id             = "111122223333"
  region                 = "af-south-1"
  vpc_id                 = "vpc-1"
  subnet_ids             = ["subnet-1", "subnet-2", "subnet-3"]
  task_security_group_id = "sg-tasks"
  alarm_topic_arn        = "arn:aws:sns:af-south-1:111122223333:alarms"
  capacity               = { min = 1, max = 16 }
  readers                = { min = 1, max = 15 }
}

run "the_log_survives" {
  assert {
    condition     = aws_rds_cluster.this.storage_encrypted && aws_rds_cluster.this.kms_key_id == module.key.arn
    error_message = "the log lies in clear"
  }
  assert {
    condition     = aws_rds_cluster.this.backup_retention_period == 35
    error_message = "35 days cannot be gone back to"
  }
  assert {
    condition     = length(aws_rds_cluster_instance.this) >= 2 && length(aws_db_subnet_group.this.subnet_ids) == 3
    error_message = "nobody takes over when a zone fails"
  }
  assert {
    condition     = aws_appautoscaling_target.readers.max_capacity == 15 && aws_appautoscaling_target.readers.min_capacity == 1
    error_message = "readers do not follow the load"
  }
  assert {
    condition     = alltrue([for i in aws_rds_cluster_instance.this : !i.publicly_accessible])
    error_message = "the database has a public address"
  }
  assert {
    condition     = aws_rds_cluster.this.deletion_protection && !aws_rds_cluster.this.skip_final_snapshot
    error_message = "the log can be deleted in passing"
  }
  assert {
    condition     = aws_rds_cluster.this.manage_master_user_password
    error_message = "the administrator's password is ours to lose"
  }
  assert {
    condition     = aws_rds_cluster.this.iam_database_authentication_enabled
    error_message = "a role cannot prove itself by IAM"
  }
  assert {
    condition     = alltrue([for i in aws_rds_cluster_instance.this : i.performance_insights_enabled && i.performance_insights_kms_key_id == module.key.arn])
    error_message = "nobody sees what the database waits for"
  }
  assert {
    condition     = { for p in aws_rds_cluster_parameter_group.this.parameter : p.name => p.value }["rds.force_ssl"] == "1"
    error_message = "connections may be in clear"
  }
  assert {
    condition     = { for p in aws_rds_cluster_parameter_group.this.parameter : p.name => p.value }["synchronous_commit"] == "on"
    error_message = "a commit is answered before it is on disk"
  }
  assert {
    condition     = { for p in aws_rds_cluster_parameter_group.this.parameter : p.name => p.value }["log_parameter_max_length_on_error"] == "0"
    error_message = "people's data gets into the database's log"
  }
  assert {
    condition     = length(setsubtract(["DatabaseConnections", "ACUUtilization", "AuroraReplicaLagMaximum", "Deadlocks", "CommitLatency"], [for a in aws_cloudwatch_metric_alarm.this : a.metric_name if length(a.alarm_actions) == 1])) == 0
    error_message = "a sick database tells nobody"
  }
  assert {
    condition     = aws_vpc_security_group_ingress_rule.tasks.referenced_security_group_id == "sg-tasks"
    error_message = "the database lets in more than the tasks"
  }
  assert {
    condition     = strcontains(output.jdbc_url, "sslmode=verify-full")
    error_message = "the application does not check whom it talks to"
  }
}

run "analysts_come_by_the_proxy" {
  variables {
    proxy = true
  }
  assert {
    condition     = aws_db_proxy.this[0].require_tls && one(aws_db_proxy.this[0].auth).iam_auth == "REQUIRED"
    error_message = "the proxy takes passwords or clear text"
  }
  assert {
    condition     = aws_db_proxy_endpoint.readers[0].target_role == "READ_ONLY"
    error_message = "analysts reach the writer"
  }
  assert {
    condition     = one(aws_db_proxy.this[0].auth).secret_arn == aws_secretsmanager_secret.this["analyst"].arn && alltrue([for s in jsondecode(aws_iam_role_policy.proxy[0].policy).Statement : s.Resource != [aws_secretsmanager_secret.this["application"].arn]])
    error_message = "analysts have the application's rights"
  }
}
