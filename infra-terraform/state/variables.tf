variable "name" {
  description = "lexohub or lexohub-staging."
  type        = string
}

variable "account_id" {
  description = "The account."
  type        = string
}

variable "region" {
  description = "Where the state is kept."
  type        = string
  default     = "af-south-1"
}

variable "deployers" {
  description = "ARNs of those who deploy, such as arn:aws:iam::111122223333:role/deploy."
  type        = list(string)

  validation {
    condition     = length(var.deployers) > 0 && alltrue([for arn in var.deployers : startswith(arn, "arn:aws:iam::") && !endswith(arn, ":*")])
    error_message = "Name who deploys, each by an ARN."
  }
}
