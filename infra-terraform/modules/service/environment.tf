# What each role is told, in the words of application.yaml and its records. `check` holds it against the application.
locals {
  keys       = "/var/lib/lexohub/keys"
  caches     = ["command", "projection", "query"]
  searches   = ["projection", "query"]
  migrations = "process"
  signers    = ["process", "query"]

  wrapping_key = var.master_key == "kms" ? module.subjects_key.arn : "file"
  # What was adopted has been in use before.
  master_key_arns  = concat([module.subjects_key.arn], var.adopted_keys.master)
  signing_key_arns = concat(var.adopted_keys.signing, [for name in var.signing_keys : aws_kms_key.log[name].arn])
  signing_keys     = length(local.signing_key_arns) == 0 ? "file" : join(",", local.signing_key_arns)

  everybody = merge(var.environment, {
    SPRING_DATASOURCE_URL       = var.database.jdbc_url
    LEXOHUB_DATABASE_IAM        = tostring(var.database.iam)
    LEXOHUB_AWS_REGION          = var.region
    LEXOHUB_KEYS_DIRECTORY      = local.keys
    LEXOHUB_S3_BUCKET           = var.documents.bucket
    LEXOHUB_S3_AUDITBUCKET      = var.documents.audit_bucket
    LEXOHUB_SESSIONS_TABLE      = var.sessions.names["sessions"]
    LEXOHUB_EVENTSTORE_SEGMENTS = "4"
    # Told before it wraps, so that every task can open what the first one has wrapped.
    LEXOHUB_KMS_ACCEPTEDMASTERKEYS = join(",", local.master_key_arns)
    LEXOHUB_KMS_MASTERKEY          = local.wrapping_key
    JAVA_TOOL_OPTIONS              = "-XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError"
  })

  environment = { for role in keys(var.roles) : role => merge(
    local.everybody,
    { SPRING_PROFILES_ACTIVE = "aws,${role}" },
    # One role migrates, and it alone has the owner's password; it is deployed first.
    role == local.migrations ? { SPRING_FLYWAY_URL = var.database.jdbc_url } : { SPRING_FLYWAY_ENABLED = "false" },
    contains(local.caches, role) ? { LEXOHUB_REDIS_CLUSTER = tostring(var.redis.cluster) } : {},
    contains(local.searches, role) ? { LEXOHUB_OPENSEARCH_URL = var.opensearch.url } : {},
    contains(["process", "worker"], role) ? {
      LEXOHUB_SQS_PDFQUEUEURL   = var.queues.urls["pdf"]
      LEXOHUB_SQS_EMAILQUEUEURL = var.queues.urls["email"]
      LEXOHUB_SQS_BATCHQUEUEURL = var.queues.urls["batch"]
    } : {},
    # Checkpoints and packs, by the newest of them once an operator has handed over to it.
    contains(local.signers, role) ? {
      LEXOHUB_KMS_SIGNINGKEYS = local.signing_keys
    } : {},
    # It hands work out, and gives back what lies dead beside any queue.
    role == "process" ? {
      LEXOHUB_EVENTBRIDGE_BUS       = var.events.bus_name
      LEXOHUB_SQS_BOUNCEQUEUEURL    = var.queues.urls["bounce"]
      LEXOHUB_SQS_ANALYTICSQUEUEURL = var.queues.urls["analytics"]
    } : {},
    role == "query" ? { LEXOHUB_CONNECTIONS_TABLE = var.sessions.names["connections"] } : {},
    role == "query" ? { LEXOHUB_WEBSOCKET_ENDPOINT = var.websocket_endpoint } : {},
    role == "worker" ? {
      LEXOHUB_SQS_BOUNCEQUEUEURL                         = var.queues.urls["bounce"]
      LEXOHUB_SQS_ANALYTICSQUEUEURL                      = var.queues.urls["analytics"]
      SPRING_MAIL_HOST                                   = var.mail.host
      SPRING_MAIL_PORT                                   = "587"
      SPRING_MAIL_PROPERTIES_MAIL_SMTP_AUTH              = "true"
      SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_ENABLE   = "true"
      SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_REQUIRED = "true"
      SPRING_MAIL_PROPERTIES_MAIL_SMTP_CONNECTIONTIMEOUT = "5000"
      SPRING_MAIL_PROPERTIES_MAIL_SMTP_TIMEOUT           = "10000"
    } : {},
  ) }

  # Who logs in by IAM has no password to lose.
  passwords = var.database.iam ? ["SPRING_DATASOURCE_PASSWORD", "SPRING_FLYWAY_PASSWORD"] : []

  secrets = { for role in keys(var.roles) : role => { for name, secret in merge(
    {
      SPRING_APPLICATION_JSON    = aws_secretsmanager_secret.practices.arn
      SPRING_DATASOURCE_USERNAME = "${var.database.secret_arns["application"]}:username::"
      SPRING_DATASOURCE_PASSWORD = "${var.database.secret_arns["application"]}:password::"
    },
    role == local.migrations ? {
      SPRING_FLYWAY_USER     = "${var.database.secret_arns["owner"]}:username::"
      SPRING_FLYWAY_PASSWORD = "${var.database.secret_arns["owner"]}:password::"
    } : {},
    contains(local.caches, role) ? { LEXOHUB_REDIS_URL = var.redis.url_secret_arn } : {},
    contains(local.searches, role) ? {
      LEXOHUB_OPENSEARCH_USERNAME = "${var.opensearch.secret_arn}:username::"
      LEXOHUB_OPENSEARCH_PASSWORD = "${var.opensearch.secret_arn}:password::"
    } : {},
    # What the WebSocket API shows; the balancer has looked at it before.
    role == "query" ? { LEXOHUB_WEBSOCKET_SECRET = aws_secretsmanager_secret.edge.arn } : {},
    # With it CloudFront shows that it is CloudFront that says who asks.
    contains(["command", "query"], role) ? { LEXOHUB_EDGE_SECRET = aws_secretsmanager_secret.edge.arn } : {},
    role == "worker" ? {
      SPRING_MAIL_USERNAME = "${var.mail.secret_arn}:username::"
      SPRING_MAIL_PASSWORD = "${var.mail.secret_arn}:password::"
    } : {},
  ) : name => secret if !contains(local.passwords, name) } }
}

# lexohub.practices.<tenant>...: names, VAT numbers and bank accounts, entered by an operator (README).
resource "aws_secretsmanager_secret" "practices" {
  name       = "${var.name}/practices"
  kms_key_id = module.key.arn
  tags       = var.tags
}

resource "aws_secretsmanager_secret_version" "practices" {
  secret_id     = aws_secretsmanager_secret.practices.id
  secret_string = jsonencode({ lexohub = { practices = {} } })

  lifecycle {
    ignore_changes = [secret_string]
  }
}
