output "cluster_name" {
  description = "The cluster."
  value       = aws_ecs_cluster.this.name
}

output "service_names" {
  description = "By role."
  value       = { for role, it in aws_ecs_service.this : role => it.name }
}

output "repository_url" {
  description = "Where a release's image goes."
  value       = aws_ecr_repository.this.repository_url
}

output "listener_arn" {
  description = "The balancer's listener, for API Gateway."
  value       = aws_lb_listener.this.arn
}

output "balancer" {
  description = "The balancer, for CloudFront and for metrics."
  value       = { arn = aws_lb.this.arn, dns_name = aws_lb.this.dns_name, suffix = aws_lb.this.arn_suffix }
}

output "target_group_suffixes" {
  description = "By role that answers HTTP, for metrics."
  value       = { for role, it in aws_lb_target_group.this : role => it.arn_suffix }
}

output "edge_header" {
  description = "What CloudFront proves itself with."
  value       = { name = local.edge_header, value = aws_secretsmanager_secret_version.edge.secret_string }
  sensitive   = true
}

output "log_groups" {
  description = "By role."
  value       = { for role, it in aws_cloudwatch_log_group.this : role => it.name }
}

output "keys_arn" {
  description = "The file system of the keys, for backups."
  value       = aws_efs_file_system.keys.arn
}

output "keys_there" {
  description = "For adopted_keys of an installation in the other region: the replicas of the key that wraps, and of those that sign."
  value       = { master = [module.subjects_key.replica_arn], signing = [for name in var.signing_keys : aws_kms_replica_key.log[name].arn] }
}

output "task_role_arns" {
  description = "By role."
  value       = { for role, it in aws_iam_role.task : role => it.arn }
}

output "told" {
  description = "Names of what each role is told, secrets included."
  value       = { for role in keys(var.roles) : role => sort(concat(keys(local.environment[role]), keys(local.secrets[role]))) }
}
