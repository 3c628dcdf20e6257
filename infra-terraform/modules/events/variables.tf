variable "name" {
  description = "Prefix of all names of this environment."
  type        = string
}

variable "account_id" {
  description = "The account."
  type        = string
}

variable "region" {
  description = "The region."
  type        = string
}

variable "tags" {
  description = "Tags for cost."
  type        = map(string)
  default     = {}
}

variable "archive_days" {
  description = "How long events can be replayed."
  type        = number
  default     = 365
}

variable "analytics_queue_arn" {
  description = "The queue of the analysts' consumer."
  type        = string
}

variable "analytics_dead_arn" {
  description = "Where events go that the queue did not take for a day."
  type        = string
}

variable "alarm_topic_arn" {
  description = "Who is told."
  type        = string
}
