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

variable "engine_version" {
  description = "Aurora PostgreSQL; the application is tested against PostgreSQL 17."
  type        = string
  default     = "17.5"
}

variable "capacity" {
  description = "Serverless capacity in ACUs (2 GiB each) of every instance."
  type        = object({ min = number, max = number })
}

variable "readers" {
  description = "Readers at least and at most. One at least is what a failover takes over."
  type        = object({ min = number, max = number })

  validation {
    condition     = var.readers.min >= 1 && var.readers.max <= 15 && var.readers.min <= var.readers.max
    error_message = "1 to 15 readers: without one a failover waits for a new instance, and Aurora has 15 at most."
  }
}

variable "most_connections" {
  description = "max_connections; the alarm rings at half of it."
  type        = number
  default     = 1000
}

variable "proxy" {
  description = "Whether analysts' tools reach the readers by an RDS Proxy. The application never does: LISTEN, set_config and advisory locks would pin every connection of its pools."
  type        = bool
  default     = false
}

variable "protected" {
  description = "Whether the cluster refuses to be deleted and leaves a last snapshot."
  type        = bool
  default     = true
}

variable "ca_bundle" {
  description = "Where the image holds the certificates of RDS (https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem)."
  type        = string
  default     = "/etc/lexohub/rds-global-bundle.pem"
}
