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

variable "senders" {
  description = "AWS services that put messages: queue, service and the ARN on whose behalf."
  type        = map(object({ service = string, source_arn = string }))
  default     = {}
}

variable "visibility_seconds" {
  description = "How long a message is hidden from others; lexohub.consumers.visibility extends it while it is worked on."
  type        = number
  default     = 60
}

variable "max_receives" {
  description = "After how many receipts a message goes to the dead-letter queue."
  type        = number
  default     = 5
}

variable "oldest_seconds" {
  description = "How long the oldest message may wait before somebody is told."
  type        = map(number)
  default     = { pdf = 600, email = 600, batch = 1800, bounce = 3600, analytics = 3600 }
}

variable "alarm_topic_arn" {
  description = "Who is told."
  type        = string
}
