# Least privilege, role by role. The task's role is what the application may do, the execution role what ECS fetches for it.
locals {
  documents_read = {
    Sid      = "ReadDocuments", Action = ["s3:GetObject", "s3:ListBucket"]
    Resource = [var.documents.bucket_arn, "${var.documents.bucket_arn}/*"]
  }
  # An upload's ticket is signed with the role that issues it.
  documents_write = { Sid = "WriteDocuments", Action = ["s3:PutObject"], Resource = ["${var.documents.bucket_arn}/*"] }
  documents_key   = { Sid = "DocumentsKey", Action = ["kms:Decrypt", "kms:GenerateDataKey"], Resource = [var.documents.key_arn] }
  audit_read = {
    Sid      = "ReadEvidence", Action = ["s3:GetObject", "s3:ListBucket"]
    Resource = [var.documents.audit_bucket_arn, "${var.documents.audit_bucket_arn}/*"]
  }
  audit_write = { Sid = "WriteEvidence", Action = ["s3:PutObject"], Resource = ["${var.documents.audit_bucket_arn}/*"] }
  queues_key  = { Sid = "QueuesKey", Action = ["kms:Decrypt", "kms:GenerateDataKey"], Resource = [var.queues.key_arn] }
  work        = [for queue in ["pdf", "email", "batch"] : var.queues.arns[queue]]
  sessions = [
    {
      Sid      = "Sessions"
      Action   = ["dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem"]
      Resource = flatten([for arn in values(var.sessions.arns) : [arn, "${arn}/index/*"]])
    },
    local.sessions_key,
  ]
  sessions_key = { Sid = "SessionsKey", Action = ["kms:Decrypt", "kms:GenerateDataKey"], Resource = [var.sessions.key_arn] }
  # Operators ask every role; whether their session has ended is looked up there too.
  checked_sessions = [
    {
      Sid      = "CheckSessions"
      Action   = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem"]
      Resource = [var.sessions.arns["sessions"]]
    },
    local.sessions_key,
  ]

  # A wrapped key says whose it is, and is used for nothing else.
  subjects_new = { Sid = "NewSubjects", Action = ["kms:Encrypt"], Resource = [module.subjects_key.arn], Condition = { Null = { "kms:EncryptionContext:key" = "false" } } }
  log_keys     = length(local.signing_key_arns) == 0 ? [] : [{ Sid = "SignLog", Action = ["kms:GetPublicKey", "kms:Sign"], Resource = local.signing_key_arns }]

  allowed = {
    command = concat([local.documents_read, local.documents_write, local.documents_key, local.subjects_new], local.sessions)
    query = concat([local.documents_read, local.documents_key, local.audit_read], local.sessions, local.log_keys, [
      { Sid = "PostToConnections", Action = ["execute-api:ManageConnections"], Resource = ["${var.websocket_arn}/POST/@connections/*", "${var.websocket_arn}/DELETE/@connections/*"] },
    ])
    # Its sagas erase papers too: an empty mark over what was stored in clear.
    process = concat(local.checked_sessions, local.log_keys, [
      local.subjects_new,
      local.documents_read, local.documents_write, local.documents_key, local.audit_read, local.audit_write, local.queues_key,
      { Sid = "HandOutWork", Action = ["sqs:SendMessage", "sqs:GetQueueAttributes"], Resource = local.work },
      # To give dead messages back is to take them and to send them again, in the name of who asked for it.
      {
        Sid      = "Redrive", Action = ["sqs:StartMessageMoveTask", "sqs:ListMessageMoveTasks", "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]
        Resource = values(var.queues.dead_arns)
      },
      { Sid = "GiveBack", Action = ["sqs:SendMessage", "sqs:GetQueueAttributes"], Resource = [var.queues.arns["bounce"], var.queues.arns["analytics"]] },
      { Sid = "Tell", Action = ["events:PutEvents"], Resource = [var.events.bus_arn] },
      { Sid = "EventsKey", Action = ["kms:GenerateDataKey"], Resource = [var.events.key_arn] },
      { Sid = "MigrateByIam", Action = ["rds-db:connect"], Resource = [var.database.connect_arns["owner"]] },
    ])
    worker = concat(local.checked_sessions, [
      local.subjects_new,
      local.documents_read, local.documents_write, local.documents_key, local.queues_key,
      {
        Sid      = "Work", Action = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility", "sqs:GetQueueAttributes"]
        Resource = values(var.queues.arns)
      },
    ])
    projection = local.checked_sessions
  }

  # Actions that know no resource; a condition narrows them where there is one.
  everybody_may = [
    {
      Sid       = "Metrics", Action = ["cloudwatch:PutMetricData"], Resource = ["*"]
      Condition = { StringEquals = { "cloudwatch:namespace" = ["LexoHub/API", "LexoHub/Invoices", "LexoHub/Log"] } }
    },
    { Sid = "Traces", Action = ["xray:PutTelemetryRecords", "xray:PutTraceSegments", "xray:GetSamplingRules", "xray:GetSamplingTargets"], Resource = ["*"] },
    { Sid = "OpenSubjects", Action = ["kms:Decrypt"], Resource = local.master_key_arns, Condition = { Null = { "kms:EncryptionContext:key" = "false" } } },
    { Sid = "DatabaseByIam", Action = ["rds-db:connect"], Resource = [var.database.connect_arns["application"]] },
    {
      Sid       = "Keys", Action = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"], Resource = [aws_efs_file_system.keys.arn]
      Condition = { StringEquals = { "elasticfilesystem:AccessPointArn" = aws_efs_access_point.keys.arn } }
    },
  ]

  policies = { for role in keys(var.roles) : role => jsonencode({
    Version = "2012-10-17"
    Statement = [for statement in concat([for it in local.allowed[role] : jsonencode(it)], [for it in local.everybody_may : jsonencode(it)]) :
    merge({ Effect = "Allow" }, jsondecode(statement))]
  }) }

  # "arn:...:key::" names a field of a secret; the policy names the secret.
  secret_arns = { for role in keys(var.roles) : role => distinct([for value in values(local.secrets[role]) : replace(value, "/:(username|password)::$/", "")]) }
  secret_keys = { for role in keys(var.roles) : role => distinct(concat(
    [module.key.arn, var.database.key_arn],
    contains(local.caches, role) ? [var.redis.key_arn] : [],
    contains(local.searches, role) ? [var.opensearch.key_arn] : [],
    role == "worker" ? [var.mail.key_arn] : [],
  )) }

  assume = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ecs-tasks.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
    }]
  })
}

resource "aws_iam_role" "task" {
  for_each           = var.roles
  name               = "${var.name}-${each.key}"
  assume_role_policy = local.assume
  tags               = merge(var.tags, { Role = each.key })
}

resource "aws_iam_role_policy" "task" {
  for_each = var.roles
  name     = each.key
  role     = aws_iam_role.task[each.key].id
  policy   = local.policies[each.key]
}

resource "aws_iam_role" "execution" {
  for_each           = var.roles
  name               = "${var.name}-${each.key}-start"
  assume_role_policy = local.assume
  tags               = merge(var.tags, { Role = each.key })
}

resource "aws_iam_role_policy" "execution" {
  for_each = var.roles
  name     = "start"
  role     = aws_iam_role.execution[each.key].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["ecr:GetAuthorizationToken"], Resource = ["*"] },
      { Effect = "Allow", Action = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], Resource = [aws_ecr_repository.this.arn] },
      { Effect = "Allow", Action = ["logs:CreateLogStream", "logs:PutLogEvents"], Resource = ["${aws_cloudwatch_log_group.this[each.key].arn}:*"] },
      { Effect = "Allow", Action = ["secretsmanager:GetSecretValue"], Resource = local.secret_arns[each.key] },
      { Effect = "Allow", Action = ["kms:Decrypt"], Resource = local.secret_keys[each.key] },
    ]
  })
}
