output "vault_names" {
  description = "By what they hold: data, keys."
  value       = { for what, it in aws_backup_vault.here : what => it.name }
}

output "copy_vault_arns" {
  description = "Where the copies are."
  value       = { for what, it in aws_backup_vault.there : what => it.arn }
}
