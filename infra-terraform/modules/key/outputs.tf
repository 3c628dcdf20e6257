output "arn" {
  description = "The key."
  value       = aws_kms_key.this.arn
}

output "replica_arn" {
  description = "The same key in the other region; null without one."
  value       = one(aws_kms_replica_key.this[*].arn)
}

output "id" {
  description = "The key's id."
  value       = aws_kms_key.this.key_id
}
