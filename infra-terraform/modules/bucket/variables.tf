variable "bucket" {
  description = "The bucket's name, unique in the world."
  type        = string
}

variable "kms_key_arn" {
  description = "What it is encrypted with; null only where the writing service knows no KMS (a balancer's access log)."
  type        = string
}

variable "lock" {
  description = "Object Lock: how long a new version can be neither changed nor removed. COMPLIANCE binds root too. Cannot be taken back."
  type = object({
    mode = string
    days = number
  })
  default = null

  validation {
    condition     = var.lock == null || try(contains(["COMPLIANCE", "GOVERNANCE"], var.lock.mode), false)
    error_message = "The lock's mode is COMPLIANCE or GOVERNANCE."
  }
}

variable "statements" {
  description = "Further statements of the bucket's policy."
  type        = any
  default     = []
}

variable "access_log_bucket" {
  description = "Where its access log goes."
  type        = string
  default     = null
}

variable "tags" {
  description = "Tags for cost."
  type        = map(string)
  default     = {}
}
