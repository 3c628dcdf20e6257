output "names" {
  description = "By table: sessions, connections."
  value       = { for table, it in aws_dynamodb_table.this : table => it.name }
}

output "arns" {
  description = "By table."
  value       = { for table, it in aws_dynamodb_table.this : table => it.arn }
}

output "key_arn" {
  description = "What both are encrypted with."
  value       = module.key.arn
}
