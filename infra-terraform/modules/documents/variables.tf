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

variable "document_lock_days" {
  description = <<-T
    How long a paper is locked. Eight years: seven for accounting records (rules of the Legal Practice Council), counted from
    the last entry, with a year for payments after the issue; the five years from the return (Tax Administration Act s29) end
    before. Staging takes a day.
  T
  type        = number
  default     = 2922
}

variable "audit_lock_days" {
  description = "How long checkpoints and tiles are locked. Ten years: longer than any document that they prove."
  type        = number
  default     = 3653
}

variable "origins" {
  description = "Origins of the front end, such as https://app.lexohub.example."
  type        = list(string)

  validation {
    condition     = alltrue([for origin in var.origins : startswith(origin, "https://") && !strcontains(origin, "*")])
    error_message = "Origins are https:// and name a host each."
  }
}

variable "access_log_bucket" {
  description = "Where the access logs go."
  type        = string
  default     = null
}

variable "tags" {
  description = "Tags for cost."
  type        = map(string)
  default     = {}
}
