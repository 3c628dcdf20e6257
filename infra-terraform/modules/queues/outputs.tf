output "urls" {
  description = "By queue: pdf, email, batch, bounce, analytics."
  value       = { for queue, it in aws_sqs_queue.work : queue => it.url }
}

output "arns" {
  description = "By queue."
  value       = { for queue, it in aws_sqs_queue.work : queue => it.arn }
}

output "dead_arns" {
  description = "The dead-letter queues, by queue."
  value       = { for queue, it in aws_sqs_queue.dead : queue => it.arn }
}

output "dead_urls" {
  description = "The dead-letter queues, by queue."
  value       = { for queue, it in aws_sqs_queue.dead : queue => it.url }
}

output "names" {
  description = "By queue."
  value       = { for queue, it in aws_sqs_queue.work : queue => it.name }
}

output "key_arn" {
  description = "What messages are encrypted with."
  value       = module.key.arn
}
