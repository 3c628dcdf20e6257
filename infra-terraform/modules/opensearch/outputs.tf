output "url" {
  description = "lexohub.opensearch.url."
  value       = "https://${aws_opensearch_domain.this.endpoint}"
}

output "secret_arns" {
  description = "username and password of admin and application."
  value       = { for user, it in aws_secretsmanager_secret.this : user => it.arn }
}

output "domain_name" {
  description = "The domain's name in metrics."
  value       = aws_opensearch_domain.this.domain_name
}

output "snapshot_role_arn" {
  description = "For PUT _snapshot/own (README)."
  value       = aws_iam_role.snapshots.arn
}

output "key_arn" {
  description = "What the domain and its secrets are encrypted with."
  value       = module.key.arn
}
