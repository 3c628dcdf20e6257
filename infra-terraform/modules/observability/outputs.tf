output "alarm_topic_arn" {
  description = "Who is told."
  value       = aws_sns_topic.alarms.arn
}

output "access_log_bucket" {
  description = "Where access logs go."
  # By name, so that it is known before the bucket is made.
  value      = "${var.name}-access-logs-${var.account_id}"
  depends_on = [module.access_logs]
}

output "trail_lock" {
  description = "The lock on the trail."
  value       = module.trail.lock
}

output "key_arn" {
  description = "What alarms, trail and traces are encrypted with."
  value       = module.key.arn
}
