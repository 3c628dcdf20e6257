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

variable "copy_region" {
  description = "Where the master key and the keys that sign the log stand a second time: where the database's copies go."
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
  description = "Private subnets, one per zone."
  type        = list(string)
}

variable "task_security_group_id" {
  description = "The tasks' group."
  type        = string
}

variable "balancer_security_group_id" {
  description = "The balancer's group."
  type        = string
}

variable "certificate_arn" {
  description = "The balancer's certificate, in this region."
  type        = string
}

variable "access_log_bucket" {
  description = "Where the balancer's access log goes."
  type        = string
}

variable "alarm_topic_arn" {
  description = "Who is told."
  type        = string
}

variable "image_tag" {
  description = "The release that runs, a tag of the repository that this module makes."
  type        = string
}

variable "collector_image" {
  description = "The collector that takes OTLP on the task and hands it to X-Ray."
  type        = string
  default     = "public.ecr.aws/aws-observability/aws-otel-collector:v0.43.3"
}

variable "roles" {
  description = "Per role: CPU units and MiB of a task, tasks at least and at most, and the mean CPU that it scales to."
  type = map(object({
    cpu    = number
    memory = number
    min    = number
    max    = number
    load   = optional(number, 60)
  }))

  validation {
    condition     = toset(keys(var.roles)) == toset(["command", "process", "worker", "projection", "query"])
    error_message = "The roles are command, process, worker, projection and query."
  }
}

variable "requests_per_task" {
  description = "Requests a minute that one task of command or query takes before another one is started."
  type        = number
  default     = 6000
}

variable "messages_per_worker" {
  description = "Waiting messages that one worker takes before another one is started."
  type        = number
  default     = 20
}

variable "environment" {
  description = "What every role is told (no secrets)."
  type        = map(string)
}

variable "database" {
  description = "spring.datasource.url, the secrets of owner and application, and whether they log in by IAM instead of their passwords (bootstrap.sql)."
  type        = object({ jdbc_url = string, secret_arns = map(string), connect_arns = map(string), key_arn = string, iam = optional(bool, false) })
}

variable "redis" {
  description = "The secret with lexohub.redis.url."
  type        = object({ url_secret_arn = string, cluster = bool, key_arn = string })
}

variable "opensearch" {
  description = "lexohub.opensearch.url, and the secret of the application's user."
  type        = object({ url = string, secret_arn = string, key_arn = string })
}

variable "documents" {
  description = "The buckets."
  type = object({
    bucket = string, bucket_arn = string, audit_bucket = string, audit_bucket_arn = string, key_arn = string
  })
}

variable "queues" {
  description = "By queue: URL, ARN, that of its dead-letter queue, and name."
  type        = object({ urls = map(string), arns = map(string), dead_arns = map(string), names = map(string), key_arn = string })
}

variable "events" {
  description = "The bus."
  type        = object({ bus_name = string, bus_arn = string, key_arn = string })
}

variable "sessions" {
  description = "The tables."
  type        = object({ names = map(string), arns = map(string), key_arn = string })
}

variable "mail" {
  description = "The SMTP server and the secret to it."
  type        = object({ host = string, secret_arn = string, key_arn = string })
}

variable "websocket_arn" {
  description = "Connections that query posts to: the execution ARN of the WebSocket API's stage."
  type        = string
}

variable "websocket_endpoint" {
  description = "Where query posts to connections: the WebSocket API's stage, https://."
  type        = string
}

variable "log_days" {
  description = "How long the roles' logs are kept."
  type        = number
  default     = 90
}

variable "protected" {
  description = "Whether the balancer refuses to be deleted."
  type        = bool
  default     = true
}

variable "master_key" {
  description = "What wraps the keys of people's data: kms, or file as long as an installation that began with files has not moved."
  type        = string
  default     = "kms"

  validation {
    condition     = contains(["kms", "file"], var.master_key)
    error_message = "master_key is kms or file."
  }
}

variable "signing_keys" {
  description = "Names of the keys that sign the log, in the order of their use; a new one goes to the end. None: a file signs."
  type        = list(string)
  default     = ["1"]
}

variable "adopted_keys" {
  description = "ARNs, in this region, of another installation's keys whose database this one goes on with: those that have wrapped, and those that have signed, in the order of their use."
  type        = object({ master = optional(list(string), []), signing = optional(list(string), []) })
  default     = {}

  validation {
    condition     = alltrue([for arn in concat(var.adopted_keys.master, var.adopted_keys.signing) : startswith(arn, "arn:aws:kms:${var.region}:")])
    error_message = "An adopted key stands in this region: of a lost one its replica here."
  }
}

variable "stopped" {
  description = "Roles that do not run, whatever the load is, until they are taken out again (docs/runbooks/restore.md)."
  type        = set(string)
  default     = []

  validation {
    condition     = length(setsubtract(var.stopped, keys(var.roles))) == 0
    error_message = "Only roles can be stopped."
  }
}
