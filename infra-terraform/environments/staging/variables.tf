variable "account_id" {
  description = "The account; a plan in another one is refused."
  type        = string
}

variable "region" {
  description = "Where everything stands."
  type        = string
  default     = "af-south-1"
}

variable "copy_region" {
  description = "Where backups are copied to; eu-west-1 is under the GDPR (POPIA s72)."
  type        = string
  default     = "eu-west-1"
}

variable "domain" {
  description = "Where people go, such as app.lexohub.example."
  type        = string
}

variable "mail_domain" {
  description = "What mail is sent from."
  type        = string
}

variable "zone_id" {
  description = "The Route 53 zone of the domain; null when DNS is elsewhere."
  type        = string
  default     = null
}

variable "certificates" {
  description = "The domain's certificates: in us-east-1 for CloudFront, in the region for the balancer."
  type        = object({ global = string, region = string })
}

variable "operators" {
  description = "Mail addresses that alarms go to."
  type        = list(string)
}

variable "image_tag" {
  description = "The release that runs."
  type        = string
}

variable "machines" {
  description = "Machine clients by name."
  type        = map(object({ tenant = string, roles = set(string) }))
  default     = {}
}

variable "restores" {
  description = "How often the log went on after a restore that lacked sealed events."
  type        = number
  default     = 0
}

# No default: what an installation has its keys in is not guessed (docs/upgrading.md).
variable "keys" {
  description = "What wraps the keys of people's data (kms or file), and the names of the keys that sign the log, in the order of their use; none: a file signs. ARNs of another installation's keys that are adopted with its database."
  type = object({
    master  = string
    signing = list(string)
    adopted = optional(object({ master = optional(list(string), []), signing = optional(list(string), []) }), {})
  })
}

variable "stopped" {
  description = "Roles that do not run until they are taken out again (docs/runbooks/restore.md)."
  type        = set(string)
  default     = []
}
