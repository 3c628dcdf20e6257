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

variable "domain" {
  description = "Where people go, such as app.lexohub.example."
  type        = string
}

variable "certificate_arn" {
  description = "The domain's certificate, in us-east-1."
  type        = string
}

variable "zone_id" {
  description = "The Route 53 zone of the domain; null when DNS is elsewhere."
  type        = string
  default     = null
}

variable "issuer" {
  description = "Whose tokens API Gateway lets through."
  type        = string
}

variable "client_ids" {
  description = "The clients that tokens are made for."
  type        = list(string)
}

variable "subnet_ids" {
  description = "Private subnets, for the link to the balancer."
  type        = list(string)
}

variable "link_security_group_id" {
  description = "The group of the link; the balancer lets in the private subnets."
  type        = string
}

variable "listener_arn" {
  description = "The balancer's listener."
  type        = string
}

variable "balancer" {
  description = "The balancer's ARN and name."
  type        = object({ arn = string, dns_name = string })
}

variable "edge_header" {
  description = "What CloudFront proves itself with to the balancer."
  type        = object({ name = string, value = string })
  sensitive   = true
}

variable "upload_origin" {
  description = "Where browsers put added documents, for the content security policy: https://<bucket>.s3.<region>.amazonaws.com."
  type        = string
}

variable "login_origin" {
  description = "Where people log in, for the content security policy."
  type        = string
}

variable "throttle" {
  description = "Requests a second and burst over all callers, at API Gateway."
  type        = object({ rate = number, burst = number })
  default     = { rate = 1500, burst = 3000 }
}

variable "requests_per_address" {
  description = "Requests of one address in five minutes before the firewall refuses it."
  type        = object({ all = number, public = number })
  default     = { all = 6000, public = 600 }
}

variable "alarm_topic_arn" {
  description = "Who is told."
  type        = string
}

variable "access_log_bucket" {
  description = "Where the bucket's access log goes."
  type        = string
  default     = null
}
