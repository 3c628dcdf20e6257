# The whole of LexoHub in one account and region. What differs between environments is a variable; what each module
# promises is in its tests.
data "aws_availability_zones" "here" {
  state = "available"
  filter {
    name   = "opt-in-status"
    values = ["opt-in-not-required"]
  }
}

locals {
  zones = slice(sort(data.aws_availability_zones.here.names), 0, 3)
  tags  = { for component in ["network", "edge", "auth", "service", "aurora", "redis", "opensearch", "documents", "queues", "events", "sessions", "mail", "observability", "backup", "budget"] : component => { Component = component } }
  app   = "https://${var.domain}"
}

module "network" {
  source         = "../modules/network"
  name           = var.name
  account_id     = var.account_id
  region         = var.region
  zones          = local.zones
  nat            = var.network.nat
  endpoint_zones = var.network.endpoint_zones
  tags           = local.tags.network
}

module "documents" {
  source             = "../modules/documents"
  name               = var.name
  account_id         = var.account_id
  region             = var.region
  origins            = [local.app]
  document_lock_days = var.lock_days.documents
  audit_lock_days    = var.lock_days.audit
  access_log_bucket  = module.observability.access_log_bucket
  tags               = local.tags.documents
}

module "queues" {
  source          = "../modules/queues"
  name            = var.name
  account_id      = var.account_id
  region          = var.region
  alarm_topic_arn = module.observability.alarm_topic_arn
  tags            = local.tags.queues
  senders = {
    bounce    = { service = "sns.amazonaws.com", source_arn = "arn:aws:sns:${var.region}:${var.account_id}:${var.name}-bounces" }
    analytics = { service = "events.amazonaws.com", source_arn = "arn:aws:events:${var.region}:${var.account_id}:rule/${var.name}-events/*" }
  }
}

module "events" {
  source              = "../modules/events"
  name                = var.name
  account_id          = var.account_id
  region              = var.region
  analytics_queue_arn = module.queues.arns["analytics"]
  analytics_dead_arn  = module.queues.dead_arns["analytics"]
  alarm_topic_arn     = module.observability.alarm_topic_arn
  tags                = local.tags.events
}

module "sessions" {
  source     = "../modules/sessions"
  name       = var.name
  account_id = var.account_id
  region     = var.region
  protected  = var.protected
  tags       = local.tags.sessions
}

module "mail" {
  source           = "../modules/mail"
  name             = var.name
  account_id       = var.account_id
  region           = var.region
  domain           = var.mail_domain
  bounce_queue_arn = module.queues.arns["bounce"]
  alarm_topic_arn  = module.observability.alarm_topic_arn
  tags             = local.tags.mail
}

module "aurora" {
  source                 = "../modules/aurora"
  name                   = var.name
  account_id             = var.account_id
  region                 = var.region
  vpc_id                 = module.network.vpc_id
  subnet_ids             = module.network.data_subnet_ids
  task_security_group_id = module.network.task_security_group_id
  alarm_topic_arn        = module.observability.alarm_topic_arn
  capacity               = var.aurora.capacity
  readers                = var.aurora.readers
  most_connections       = var.aurora.most_connections
  proxy                  = var.aurora.proxy
  protected              = var.protected
  tags                   = local.tags.aurora
}

module "redis" {
  source                 = "../modules/redis"
  name                   = var.name
  account_id             = var.account_id
  region                 = var.region
  vpc_id                 = module.network.vpc_id
  subnet_ids             = module.network.data_subnet_ids
  task_security_group_id = module.network.task_security_group_id
  alarm_topic_arn        = module.observability.alarm_topic_arn
  node_type              = var.redis.node_type
  shards                 = var.redis.shards
  replicas               = var.redis.replicas
  tags                   = local.tags.redis
}

module "opensearch" {
  source                 = "../modules/opensearch"
  name                   = var.name
  account_id             = var.account_id
  region                 = var.region
  vpc_id                 = module.network.vpc_id
  subnet_ids             = module.network.data_subnet_ids
  task_security_group_id = module.network.task_security_group_id
  alarm_topic_arn        = module.observability.alarm_topic_arn
  data_nodes             = var.opensearch.data_nodes
  masters                = var.opensearch.masters
  access_log_bucket      = module.observability.access_log_bucket
  tags                   = local.tags.opensearch
}

module "auth" {
  source        = "../modules/auth"
  name          = var.name
  account_id    = var.account_id
  region        = var.region
  callback_urls = ["${local.app}/signed-in"]
  logout_urls   = ["${local.app}/"]
  machines      = var.machines
  mail          = { identity_arn = "arn:aws:ses:${var.region}:${var.account_id}:identity/${var.mail_domain}", from = "LexoHub <accounts@${var.mail_domain}>" }
  plus          = var.threat_protection
  protected     = var.protected
  tags          = local.tags.auth
  depends_on    = [module.mail]
}

module "service" {
  source                     = "../modules/service"
  name                       = var.name
  account_id                 = var.account_id
  region                     = var.region
  vpc_id                     = module.network.vpc_id
  subnet_ids                 = module.network.private_subnet_ids
  task_security_group_id     = module.network.task_security_group_id
  balancer_security_group_id = module.network.balancer_security_group_id
  certificate_arn            = var.certificates.region
  access_log_bucket          = module.observability.access_log_bucket
  alarm_topic_arn            = module.observability.alarm_topic_arn
  image_tag                  = var.image_tag
  roles                      = var.roles
  protected                  = var.protected
  master_key                 = var.keys.master
  signing_keys               = var.keys.signing
  adopted_keys               = var.keys.adopted
  stopped                    = var.stopped
  copy_region                = var.copy_region
  tags                       = local.tags.service

  environment = {
    LEXOHUB_PUBLICURL          = local.app
    LEXOHUB_SECURITY_ISSUER    = module.auth.issuer
    LEXOHUB_SECURITY_AUDIENCES = join(",", module.auth.client_ids)
    LEXOHUB_AUDIT_ORIGIN       = var.restores == 0 ? "${var.domain}/log" : "${var.domain}/log/${var.restores}"
    LEXOHUB_S3_AUDITPREFIX     = var.restores == 0 ? "" : "restored-${var.restores}/"
    LEXOHUB_MAIL_FROM          = "LexoHub <billing@${var.mail_domain}>"
  }

  database = {
    jdbc_url     = module.aurora.jdbc_url
    secret_arns  = module.aurora.secret_arns
    connect_arns = module.aurora.connect_arns
    key_arn      = module.aurora.key_arn
    iam          = var.aurora.iam
  }
  redis = {
    url_secret_arn = module.redis.url_secret_arn
    cluster        = module.redis.cluster
    key_arn        = module.redis.key_arn
  }
  opensearch = {
    url        = module.opensearch.url
    secret_arn = module.opensearch.secret_arns["application"]
    key_arn    = module.opensearch.key_arn
  }
  documents = {
    bucket           = module.documents.bucket
    bucket_arn       = module.documents.bucket_arn
    audit_bucket     = module.documents.audit_bucket
    audit_bucket_arn = module.documents.audit_bucket_arn
    key_arn          = module.documents.key_arn
  }
  queues = {
    urls      = module.queues.urls
    arns      = module.queues.arns
    dead_arns = module.queues.dead_arns
    names     = module.queues.names
    key_arn   = module.queues.key_arn
  }
  events = {
    bus_name = module.events.bus_name
    bus_arn  = module.events.bus_arn
    key_arn  = module.events.key_arn
  }
  sessions = {
    names   = module.sessions.names
    arns    = module.sessions.arns
    key_arn = module.sessions.key_arn
  }
  mail = {
    host       = module.mail.host
    secret_arn = module.mail.secret_arn
    key_arn    = module.mail.key_arn
  }
  websocket_arn      = module.edge.websocket.arn
  websocket_endpoint = module.edge.websocket.manage
}

module "edge" {
  source                 = "../modules/edge"
  name                   = var.name
  account_id             = var.account_id
  region                 = var.region
  domain                 = var.domain
  zone_id                = var.zone_id
  certificate_arn        = var.certificates.global
  issuer                 = module.auth.issuer
  client_ids             = module.auth.client_ids
  subnet_ids             = module.network.private_subnet_ids
  link_security_group_id = module.network.link_security_group_id
  listener_arn           = module.service.listener_arn
  balancer               = { arn = module.service.balancer.arn, dns_name = module.service.balancer.dns_name }
  edge_header            = module.service.edge_header
  upload_origin          = "https://${module.documents.bucket}.s3.${var.region}.amazonaws.com"
  login_origin           = "https://${module.auth.login_domain}"
  alarm_topic_arn        = module.observability.alarm_topic_arn
  access_log_bucket      = module.observability.access_log_bucket
  tags                   = local.tags.edge
}

module "observability" {
  source                = "../modules/observability"
  name                  = var.name
  account_id            = var.account_id
  region                = var.region
  emails                = var.operators
  trail_days            = var.lock_days.trail
  watched_bucket_arns   = [for bucket in ["documents", "audit"] : "arn:aws:s3:::${var.name}-${bucket}-${var.account_id}"]
  cluster_name          = module.service.cluster_name
  service_names         = module.service.service_names
  balancer_suffix       = module.service.balancer.suffix
  target_group_suffixes = module.service.target_group_suffixes
  queue_names           = module.queues.names
  database_identifier   = module.aurora.cluster_identifier
  redis_identifier      = module.redis.replication_group_id
  search_domain         = module.opensearch.domain_name
  tags                  = local.tags.observability
}

module "backup" {
  source          = "../modules/backup"
  name            = var.name
  account_id      = var.account_id
  region          = var.region
  copy_region     = var.copy_region
  database_arn    = module.aurora.cluster_arn
  keys_arn        = module.service.keys_arn
  table_arns      = values(module.sessions.arns)
  alarm_topic_arn = module.observability.alarm_topic_arn
  tags            = local.tags.backup
}

module "budget" {
  source          = "../modules/budget"
  name            = var.name
  account_id      = var.account_id
  region          = var.region
  monthly         = var.budget.monthly
  total           = var.budget.total
  alarm_topic_arn = module.observability.alarm_topic_arn
  tags            = local.tags.budget
}
