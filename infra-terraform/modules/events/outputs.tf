output "bus_name" {
  description = "lexohub.eventbridge.bus."
  value       = aws_cloudwatch_event_bus.this.name
}

output "bus_arn" {
  description = "The bus."
  value       = aws_cloudwatch_event_bus.this.arn
}

output "archive_name" {
  description = "What can be replayed."
  value       = aws_cloudwatch_event_archive.this.name
}

output "key_arn" {
  description = "What events are encrypted with."
  value       = module.key.arn
}
