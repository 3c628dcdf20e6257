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

variable "callback_urls" {
  description = "Where the front end takes a code, such as https://app.lexohub.example/signed-in."
  type        = list(string)

  validation {
    condition     = alltrue([for url in var.callback_urls : startswith(url, "https://")])
    error_message = "Codes go to https:// only."
  }
}

variable "logout_urls" {
  description = "Where people go when they leave."
  type        = list(string)
}

variable "machines" {
  description = "Machine clients by name: whose books they open, and in which roles."
  type        = map(object({ tenant = string, roles = set(string) }))
  default     = {}

  validation {
    condition = alltrue([for machine in var.machines : length(setsubtract(machine.roles, [
      "advocate-junior", "advocate-senior", "chambers-admin", "clerk", "attorney", "auditor", "analyst", "admin",
    ])) == 0])
    error_message = "A machine has roles of the list that people have."
  }
}

variable "mail" {
  description = "The identity that invitations are sent from."
  type        = object({ identity_arn = string, from = string })
}

variable "plus" {
  description = "Whether Cognito looks for stolen passwords and strange logins (feature plan Plus, about $0.02 a user)."
  type        = bool
  default     = false
}

variable "protected" {
  description = "Whether the pool refuses to be deleted."
  type        = bool
  default     = true
}
