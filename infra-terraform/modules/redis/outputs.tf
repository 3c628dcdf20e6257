output "url_secret_arn" {
  description = "lexohub.redis.url, with the token in it."
  value       = aws_secretsmanager_secret.url.arn
}

output "cluster" {
  description = "lexohub.redis.cluster."
  value       = local.cluster
}

output "replication_group_id" {
  description = "The group's name in metrics."
  value       = aws_elasticache_replication_group.this.id
}

output "key_arn" {
  description = "What the cache and its secrets are encrypted with."
  value       = module.key.arn
}
