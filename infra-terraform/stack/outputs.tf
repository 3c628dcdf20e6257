output "distribution" {
  description = "CloudFront: its id, and what the domain's record points at."
  value       = { id = module.edge.distribution_id, domain = module.edge.distribution_domain }
}

output "frontend_bucket" {
  description = "Where the front end's build goes."
  value       = module.edge.frontend_bucket
}

output "repository_url" {
  description = "Where a release's image goes."
  value       = module.service.repository_url
}

output "cluster" {
  description = "The ECS cluster and its services by role."
  value       = { name = module.service.cluster_name, services = module.service.service_names }
}

output "database" {
  description = "For bootstrap.sql: the cluster, the administrator's secret and the roles' secrets."
  value = {
    cluster_arn = module.aurora.cluster_arn, admin_secret_arn = module.aurora.admin_secret_arn, secret_arns = module.aurora.secret_arns
  }
}

output "search" {
  description = "For the application's user: the domain and the secrets."
  value       = { url = module.opensearch.url, secret_arns = module.opensearch.secret_arns, snapshot_role_arn = module.opensearch.snapshot_role_arn }
}

output "login" {
  description = "Issuer, page of login and clients."
  value       = { issuer = module.auth.issuer, domain = module.auth.login_domain, client_ids = module.auth.client_ids }
}

output "websocket" {
  description = "Where clients connect, and where the application posts."
  value       = module.edge.websocket
}

output "bus" {
  description = "The bus and its archive."
  value       = { name = module.events.bus_name, archive = module.events.archive_name }
}

output "locks" {
  description = "The locks on papers and evidence."
  value       = module.documents.locks
}

output "told" {
  description = "Names of what each role is told."
  value       = module.service.told
}

output "alarm_topic_arn" {
  description = "Who is told of alarms."
  value       = module.observability.alarm_topic_arn
}

output "keys_there" {
  description = "ARNs of the keys' replicas in copy_region, for keys.adopted of an installation there. To be noted outside of the region."
  value       = module.service.keys_there
}
