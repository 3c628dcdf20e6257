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

variable "vpc_id" {
  description = "The network."
  type        = string
}

variable "subnet_ids" {
  description = "Data subnets, one per zone."
  type        = list(string)
}

variable "task_security_group_id" {
  description = "Who is let in."
  type        = string
}

variable "alarm_topic_arn" {
  description = "Who is told."
  type        = string
}

variable "data_nodes" {
  description = "Data nodes: a multiple of three in production, two in staging."
  type        = object({ type = string, count = number, gib = number })
}

variable "masters" {
  description = "Dedicated masters, three; null in staging, where data nodes elect one."
  type        = object({ type = string })
  default     = null
}

variable "access_log_bucket" {
  description = "Where the snapshots' access log goes."
  type        = string
  default     = null
}
