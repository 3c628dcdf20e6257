output "jdbc_url" {
  description = "spring.datasource.url: the writer, whose certificate is checked against the bundle in the image."
  value       = "jdbc:postgresql://${aws_rds_cluster.this.endpoint}:5432/${local.database}?sslmode=verify-full&sslrootcert=${var.ca_bundle}"
}

output "reader_endpoint" {
  description = "For analysts only: readers lag, and what was just written may be missing."
  value       = aws_rds_cluster.this.reader_endpoint
}

output "cluster_arn" {
  description = "The cluster."
  value       = aws_rds_cluster.this.arn
}

output "cluster_identifier" {
  description = "The cluster's name in metrics."
  value       = aws_rds_cluster.this.cluster_identifier
}

output "secret_arns" {
  description = "username and password of owner, application and analyst."
  value       = { for role, it in aws_secretsmanager_secret.this : role => it.arn }
}

output "admin_secret_arn" {
  description = "For bootstrap.sql; RDS rotates it."
  value       = try(aws_rds_cluster.this.master_user_secret[0].secret_arn, null)
}

output "connect_arns" {
  description = "rds-db:connect by IAM, per role of the database."
  value       = { for role, user in local.roles : role => "arn:aws:rds-db:${var.region}:${var.account_id}:dbuser:${aws_rds_cluster.this.cluster_resource_id}/${user}" }
}

output "key_arn" {
  description = "What the cluster and its secrets are encrypted with."
  value       = module.key.arn
}
