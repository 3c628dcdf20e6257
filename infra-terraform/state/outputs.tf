output "backend" {
  description = "For terraform init -backend-config."
  value       = { bucket = module.bucket.id, kms_key_id = module.key.arn, region = var.region }
}

output "policy" {
  description = "Who reads the state."
  value       = module.bucket.policy
}
