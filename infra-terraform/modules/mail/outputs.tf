output "host" {
  description = "spring.mail.host."
  value       = "email-smtp.${var.region}.amazonaws.com"
}

output "secret_arn" {
  description = "username and password for SMTP."
  value       = aws_secretsmanager_secret.smtp.arn
}

output "bounce_topic_arn" {
  description = "Who puts messages into the bounce queue."
  value       = aws_sns_topic.bounces.arn
}

output "key_arn" {
  description = "What the secret is encrypted with."
  value       = module.key.arn
}
