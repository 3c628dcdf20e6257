output "lexohub" {
  description = "What a deployment needs to know (README)."
  value = {
    distribution    = module.lexohub.distribution
    frontend_bucket = module.lexohub.frontend_bucket
    repository_url  = module.lexohub.repository_url
    cluster         = module.lexohub.cluster
    database        = module.lexohub.database
    search          = module.lexohub.search
    login           = module.lexohub.login
    websocket       = module.lexohub.websocket
    bus             = module.lexohub.bus
    locks           = module.lexohub.locks
    keys_there      = module.lexohub.keys_there
  }
}

output "told" {
  description = "Names of what each role is told."
  value       = module.lexohub.told
}
