mock_provider "aws" {}

variables {
  name                   = "lexohub-test"
  account_id             = "111122223333"
  region                 = "af-south-1"
  vpc_id                 = "vpc-1"
  subnet_ids             = ["subnet-1", "subnet-2", "subnet-3"]
  task_security_group_id = "sg-tasks"
  alarm_topic_arn        = "arn:aws:sns:af-south-1:111122223333:alarms"
}

run "the_cache_is_closed_and_replaceable" {
  assert {
    condition     = aws_elasticache_replication_group.this.transit_encryption_enabled && aws_elasticache_replication_group.this.transit_encryption_mode == "required"
    error_message = "names travel to the cache in clear"
  }
  assert {
    condition     = tobool(aws_elasticache_replication_group.this.at_rest_encryption_enabled) && aws_elasticache_replication_group.this.kms_key_id == module.key.arn
    error_message = "the cache's snapshots lie in clear"
  }
  assert {
    condition     = aws_elasticache_replication_group.this.auth_token == aws_secretsmanager_secret_version.token.secret_string
    error_message = "the cache asks nobody for a token"
  }
  assert {
    condition     = aws_elasticache_replication_group.this.multi_az_enabled && aws_elasticache_replication_group.this.automatic_failover_enabled && aws_elasticache_replication_group.this.replicas_per_node_group >= 1
    error_message = "nobody takes over when a zone fails"
  }
  assert {
    condition     = { for p in aws_elasticache_parameter_group.this.parameter : p.name => p.value }["maxmemory-policy"] == "volatile-lru"
    error_message = "a counted set can lose members unseen"
  }
  assert {
    condition     = startswith(aws_secretsmanager_secret_version.url.secret_string, "rediss://:")
    error_message = "the application talks to the cache in clear"
  }
  assert {
    condition     = length(setsubtract(["CacheHitRate", "DatabaseMemoryUsagePercentage", "EngineCPUUtilization"], [for a in aws_cloudwatch_metric_alarm.this : a.metric_name if length(a.alarm_actions) == 1])) == 0
    error_message = "a sick cache tells nobody"
  }
  assert {
    condition     = aws_vpc_security_group_ingress_rule.tasks.referenced_security_group_id == "sg-tasks"
    error_message = "the cache lets in more than the tasks"
  }
}

run "shards_make_a_cluster" {
  variables {
    shards = 3
  }
  assert {
    condition     = output.cluster && { for p in aws_elasticache_parameter_group.this.parameter : p.name => p.value }["cluster-enabled"] == "yes"
    error_message = "the application takes a cluster for one node"
  }
}
