mock_provider "aws" {
  mock_data "aws_secretsmanager_random_password" {
    defaults = {
      random_password = "a-Password-1"
    }
  }
}

variables {
  name                   = "lexohub-test"
  account_id             = "111122223333"
  region                 = "af-south-1"
  vpc_id                 = "vpc-1"
  subnet_ids             = ["subnet-1", "subnet-2", "subnet-3"]
  task_security_group_id = "sg-tasks"
  alarm_topic_arn        = "arn:aws:sns:af-south-1:111122223333:alarms"
  data_nodes             = { type = "r7g.large.search", count = 3, gib = 100 }
  masters                = { type = "m7g.medium.search" }
}

run "search_is_closed_and_watched" {
  assert {
    condition     = one(aws_opensearch_domain.this.encrypt_at_rest).enabled && one(aws_opensearch_domain.this.encrypt_at_rest).kms_key_id == module.key.arn && one(aws_opensearch_domain.this.node_to_node_encryption).enabled
    error_message = "documents lie or travel in clear"
  }
  assert {
    condition     = one(aws_opensearch_domain.this.domain_endpoint_options).enforce_https && startswith(one(aws_opensearch_domain.this.domain_endpoint_options).tls_security_policy, "Policy-Min-TLS-1-2")
    error_message = "old TLS or none is good enough"
  }
  assert {
    condition     = one(aws_opensearch_domain.this.advanced_security_options).enabled && !one(aws_opensearch_domain.this.advanced_security_options).anonymous_auth_enabled
    error_message = "nobody is asked who he is"
  }
  assert {
    condition     = one(aws_opensearch_domain.this.cluster_config).dedicated_master_enabled && one(aws_opensearch_domain.this.cluster_config).dedicated_master_count == 3
    error_message = "a busy node elects the master"
  }
  assert {
    condition     = one(one(aws_opensearch_domain.this.cluster_config).zone_awareness_config).availability_zone_count == 3 && length(one(aws_opensearch_domain.this.vpc_options).subnet_ids) == 3
    error_message = "a zone's failure takes documents away"
  }
  assert {
    condition     = length(setsubtract(["ClusterStatus.red", "ClusterIndexWritesBlocked", "FreeStorageSpace", "JVMMemoryPressure", "AutomatedSnapshotFailure"], [for a in aws_cloudwatch_metric_alarm.this : a.metric_name if length(a.alarm_actions) == 1])) == 0
    error_message = "a sick domain tells nobody"
  }
  assert {
    condition     = aws_vpc_security_group_ingress_rule.tasks.referenced_security_group_id == "sg-tasks"
    error_message = "the domain lets in more than the tasks"
  }
  assert {
    condition     = alltrue([for s in jsondecode(aws_iam_role_policy.snapshots.policy).Statement : !contains(flatten([s.Resource]), "*")])
    error_message = "snapshots may go anywhere"
  }
}
