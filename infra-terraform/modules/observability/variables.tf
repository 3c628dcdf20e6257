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

variable "emails" {
  description = "Who is told of alarms; each confirms once."
  type        = list(string)
  default     = []
}

variable "trail_days" {
  description = "How long the record of who did what on AWS is locked. Seven years, like the books."
  type        = number
  default     = 2557
}

variable "watched_bucket_arns" {
  description = "Buckets whose every read and write is recorded."
  type        = list(string)
}

variable "cluster_name" {
  description = "The ECS cluster."
  type        = string
}

variable "service_names" {
  description = "By role."
  type        = map(string)
}

variable "balancer_suffix" {
  description = "The balancer in metrics."
  type        = string
}

variable "target_group_suffixes" {
  description = "By role that answers HTTP."
  type        = map(string)
}

variable "queue_names" {
  description = "By queue."
  type        = map(string)
}

variable "database_identifier" {
  description = "The Aurora cluster in metrics."
  type        = string
}

variable "redis_identifier" {
  description = "The replication group in metrics."
  type        = string
}

variable "search_domain" {
  description = "The OpenSearch domain in metrics."
  type        = string
}

variable "availability" {
  description = "The promise: this share of requests is answered without a fault of ours (seed: 99.9 %)."
  type        = number
  default     = 0.999
}
