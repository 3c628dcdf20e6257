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

variable "domain" {
  description = "What mail is sent from, such as lexohub.example."
  type        = string
}

variable "bounce_queue_arn" {
  description = "Where the worker hears of mail that came back (lexohub.sqs.bounce-queue-url)."
  type        = string
}

variable "alarm_topic_arn" {
  description = "Who is told."
  type        = string
}
