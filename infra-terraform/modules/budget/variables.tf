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

variable "monthly" {
  description = "US dollars a month by service, in the words of the bill (docs: README, cost)."
  type        = map(number)
}

variable "total" {
  description = "US dollars a month for everything."
  type        = number
}

variable "alarm_topic_arn" {
  description = "Who is told."
  type        = string
}
