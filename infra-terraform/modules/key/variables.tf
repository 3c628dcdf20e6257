variable "name" {
  description = "Prefix of all names of this environment."
  type        = string
}

variable "purpose" {
  description = "What the key protects, in one word."
  type        = string
}

variable "account_id" {
  description = "The account; services use the key only on its behalf."
  type        = string
}

variable "region" {
  description = "The region of the key."
  type        = string
}

variable "replica_region" {
  description = "Where the same key stands a second time, for what no other key can open; null: nowhere."
  type        = string
  default     = null
}

variable "services" {
  description = "AWS services that use the key themselves, such as sns.amazonaws.com."
  type        = list(string)
  default     = []
}

variable "tags" {
  description = "Tags for cost."
  type        = map(string)
  default     = {}
}
