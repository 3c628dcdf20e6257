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

variable "node_type" {
  description = "Size of a node."
  type        = string
  default     = "cache.t4g.small"
}

variable "shards" {
  description = "Shards; above one, lexohub.redis.cluster is true."
  type        = number
  default     = 1
}

variable "replicas" {
  description = "Replicas of each shard. One at least takes over."
  type        = number
  default     = 1

  validation {
    condition     = var.replicas >= 1 && var.replicas <= 5
    error_message = "1 to 5 replicas: without one, a node's failure empties the cache."
  }
}
