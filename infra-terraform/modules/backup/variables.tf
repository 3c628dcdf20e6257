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

variable "copy_region" {
  description = "Where copies go. Personal data leaves South Africa with them: the region must give it the protection that POPIA s72 asks for."
  type        = string
}

variable "database_arn" {
  description = "The Aurora cluster."
  type        = string
}

variable "keys_arn" {
  description = "The file system with the master keys."
  type        = string
}

variable "table_arns" {
  description = "DynamoDB tables."
  type        = list(string)
  default     = []
}

variable "days" {
  description = "How long a backup lives. No longer than 35 days: what is erased stays in older backups until they expire."
  type        = number
  default     = 35

  validation {
    condition     = var.days >= 7 && var.days <= 35
    error_message = "A backup lives 7 to 35 days: erased people may not live on in an older one."
  }
}

variable "alarm_topic_arn" {
  description = "Who is told."
  type        = string
}
