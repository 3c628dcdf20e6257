output "id" {
  description = "The bucket's name."
  value       = aws_s3_bucket.this.id
}

output "arn" {
  description = "The bucket."
  value       = "arn:aws:s3:::${var.bucket}"
}

output "domain_name" {
  description = "Its regional address."
  value       = aws_s3_bucket.this.bucket_regional_domain_name
}

output "policy" {
  description = "The policy."
  value       = aws_s3_bucket_policy.this.policy
}

output "lock" {
  description = "The lock as it was set; null without one."
  value       = try({ mode = one(one(one(aws_s3_bucket_object_lock_configuration.this).rule).default_retention).mode, days = one(one(one(aws_s3_bucket_object_lock_configuration.this).rule).default_retention).days }, null)
}
