# For analysts' tools, which open and drop connections all day; readers only.
resource "aws_iam_role" "proxy" {
  count = var.proxy ? 1 : 0
  name  = "${local.identifier}-proxy"
  tags  = var.tags
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "rds.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
    }]
  })
}

resource "aws_iam_role_policy" "proxy" {
  count = var.proxy ? 1 : 0
  name  = "read-secret"
  role  = aws_iam_role.proxy[0].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "secretsmanager:GetSecretValue", Resource = [aws_secretsmanager_secret.this["analyst"].arn] },
      { Effect = "Allow", Action = "kms:Decrypt", Resource = [module.key.arn] },
    ]
  })
}

resource "aws_db_proxy" "this" {
  count                  = var.proxy ? 1 : 0
  name                   = local.identifier
  engine_family          = "POSTGRESQL"
  role_arn               = aws_iam_role.proxy[0].arn
  require_tls            = true
  idle_client_timeout    = 900
  vpc_subnet_ids         = var.subnet_ids
  vpc_security_group_ids = [aws_security_group.this.id]
  tags                   = var.tags

  auth {
    auth_scheme = "SECRETS"
    iam_auth    = "REQUIRED"
    secret_arn  = aws_secretsmanager_secret.this["analyst"].arn
  }
}

resource "aws_db_proxy_default_target_group" "this" {
  count         = var.proxy ? 1 : 0
  db_proxy_name = aws_db_proxy.this[0].name
  connection_pool_config {
    max_connections_percent      = 20
    max_idle_connections_percent = 5
    connection_borrow_timeout    = 10
  }
}

resource "aws_db_proxy_target" "this" {
  count                 = var.proxy ? 1 : 0
  db_proxy_name         = aws_db_proxy.this[0].name
  target_group_name     = aws_db_proxy_default_target_group.this[0].name
  db_cluster_identifier = aws_rds_cluster.this.id
}

resource "aws_db_proxy_endpoint" "readers" {
  count                  = var.proxy ? 1 : 0
  db_proxy_name          = aws_db_proxy.this[0].name
  db_proxy_endpoint_name = "${local.identifier}-readers"
  target_role            = "READ_ONLY"
  vpc_subnet_ids         = var.subnet_ids
  vpc_security_group_ids = [aws_security_group.this.id]
  tags                   = var.tags
}
