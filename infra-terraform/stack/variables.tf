variable "name" {
  description = "Prefix of all names and value of the tag Environment: lexohub in production, lexohub-staging in staging."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,19}$", var.name))
    error_message = "The name has 3 to 20 small letters, digits and dashes: buckets, domains and balancers are named after it."
  }
}

variable "account_id" {
  description = "The account, twelve digits."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "An account has twelve digits."
  }
}

variable "region" {
  description = "Where the data of South African advocates belongs."
  type        = string
}

variable "copy_region" {
  description = "Where backups are copied to."
  type        = string

  validation {
    condition     = var.copy_region != var.region
    error_message = "Copies go to another region."
  }
}

variable "domain" {
  description = "Where people go, such as app.lexohub.example."
  type        = string
}

variable "mail_domain" {
  description = "What mail is sent from, such as lexohub.example."
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

  validation {
    condition     = length(var.operators) > 0
    error_message = "Somebody has to hear the alarms."
  }
}

variable "image_tag" {
  description = "The release that runs."
  type        = string

  validation {
    condition     = var.image_tag != "latest"
    error_message = "A release has a name of its own, so that it can be gone back to."
  }
}

variable "network" {
  description = "Ways out and zones of the endpoints."
  type        = object({ nat = string, endpoint_zones = number })
}

variable "roles" {
  description = "Sizes of the roles' tasks."
  type = map(object({
    cpu    = number
    memory = number
    min    = number
    max    = number
    load   = optional(number, 60)
  }))
}

variable "aurora" {
  description = "Size of the database, and whether the application logs in to it by IAM: bootstrap.sql has granted rds_iam then."
  type = object({
    capacity         = object({ min = number, max = number })
    readers          = object({ min = number, max = number })
    most_connections = number
    proxy            = bool
    iam              = optional(bool, false)
  })
}

variable "redis" {
  description = "Size of the cache."
  type        = object({ node_type = string, shards = number, replicas = number })
}

variable "opensearch" {
  description = "Size of the search domain."
  type = object({
    data_nodes = object({ type = string, count = number, gib = number })
    masters    = optional(object({ type = string }))
  })
}

variable "machines" {
  description = "Machine clients by name."
  type        = map(object({ tenant = string, roles = set(string) }))
  default     = {}
}

variable "threat_protection" {
  description = "Whether Cognito looks for stolen passwords and strange logins."
  type        = bool
}

variable "lock_days" {
  description = "Days for which papers, evidence and the trail are locked. Cannot be shortened for what is stored."
  type        = object({ documents = number, audit = number, trail = number })
}

variable "protected" {
  description = "Whether database, tables, pool and balancer refuse to be deleted."
  type        = bool
}

variable "budget" {
  description = "US dollars a month, by service and in all."
  type        = object({ monthly = map(number), total = number })
}

variable "restores" {
  description = "How often the log went on after a restore that lacked sealed events (docs/runbooks/restore.md): its name and its place in the audit bucket."
  type        = number
  default     = 0

  validation {
    condition     = var.restores >= 0 && floor(var.restores) == var.restores
    error_message = "A log was restored so many times: 0, 1, 2 and so on."
  }
}

variable "keys" {
  description = "What wraps the keys of people's data (kms or file), and the names of the keys that sign the log, in the order of their use. An installation that goes on with another one's database adopts its keys: ARNs in this region."
  type = object({
    master  = optional(string, "kms")
    signing = optional(list(string), ["1"])
    adopted = optional(object({ master = optional(list(string), []), signing = optional(list(string), []) }), {})
  })
  default = {}
}

variable "stopped" {
  description = "Roles that do not run until they are taken out again (docs/runbooks/restore.md)."
  type        = set(string)
  default     = []
}
