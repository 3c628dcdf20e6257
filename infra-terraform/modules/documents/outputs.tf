output "bucket" {
  description = "lexohub.s3.bucket."
  value       = local.documents_bucket
}

output "bucket_arn" {
  description = "The papers."
  value       = module.documents.arn
}

output "audit_bucket" {
  description = "lexohub.s3.audit-bucket."
  value       = local.audit_bucket
}

output "audit_bucket_arn" {
  description = "The evidence."
  value       = module.audit.arn
}

output "key_arn" {
  description = "What both are encrypted with."
  value       = module.key.arn
}

output "policies" {
  description = "The policies of both buckets."
  value       = { documents = module.documents.policy, audit = module.audit.policy }
}

output "locks" {
  description = "Mode and days of each lock, as they were set."
  value       = { documents = module.documents.lock, audit = module.audit.lock }
}
