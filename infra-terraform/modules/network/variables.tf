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

variable "cidr" {
  description = "The network's addresses, a /16."
  type        = string
  default     = "10.20.0.0/16"
}

variable "zones" {
  description = "Three availability zones."
  type        = list(string)

  validation {
    condition     = length(distinct(var.zones)) == 3
    error_message = "Three different zones are needed: a majority survives the loss of one."
  }
}

variable "nat" {
  description = "Ways out for what has no endpoint (an issuer's keys): none, one, or each-zone."
  type        = string
  default     = "each-zone"

  validation {
    condition     = contains(["none", "one", "each-zone"], var.nat)
    error_message = "nat is none, one or each-zone."
  }
}

variable "endpoint_zones" {
  description = "In how many zones the interface endpoints stand; each costs by the hour and zone."
  type        = number
  default     = 3
}

variable "application_port" {
  description = "Where the application listens."
  type        = number
  default     = 8080
}

variable "flow_log_days" {
  description = "How long flow logs are kept."
  type        = number
  default     = 90
}

variable "tags" {
  description = "Tags for cost."
  type        = map(string)
  default     = {}
}
