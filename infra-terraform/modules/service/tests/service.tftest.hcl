mock_provider "aws" {}

variables {
  name                       = "lexohub-test"
  account_id                 = "111122223333"
  region                     = "af-south-1"
  copy_region                = "eu-west-1"
  vpc_id                     = "vpc-1"
  subnet_ids                 = ["subnet-1", "subnet-2", "subnet-3"]
  task_security_group_id     = "sg-tasks"
  balancer_security_group_id = "sg-balancer"
  certificate_arn            = "arn:aws:acm:af-south-1:111122223333:certificate/1"
  access_log_bucket          = "lexohub-test-logs"
  alarm_topic_arn            = "arn:aws:sns:af-south-1:111122223333:alarms"
  image_tag                  = "1.0.0"
  websocket_arn              = "arn:aws:execute-api:af-south-1:111122223333:ws/live"
  websocket_endpoint         = "https://ws.execute-api.af-south-1.amazonaws.com/live"
  environment                = { LEXOHUB_PUBLICURL = "https://app.lexohub.example" }
  roles = {
    command    = { cpu = 1024, memory = 2048, min = 2, max = 10 }
    process    = { cpu = 1024, memory = 2048, min = 2, max = 4 }
    worker     = { cpu = 1024, memory = 2048, min = 2, max = 10 }
    projection = { cpu = 1024, memory = 2048, min = 2, max = 4 }
    query      = { cpu = 1024, memory = 2048, min = 2, max = 10 }
  }
  database = {
    jdbc_url     = "jdbc:postgresql://db:5432/lexohub?sslmode=verify-full"
    secret_arns  = { owner = "arn:aws:secretsmanager:af-south-1:111122223333:secret:owner", application = "arn:aws:secretsmanager:af-south-1:111122223333:secret:application" }
    connect_arns = { owner = "arn:aws:rds-db:af-south-1:111122223333:dbuser:c/lexohub_owner", application = "arn:aws:rds-db:af-south-1:111122223333:dbuser:c/lexohub_app" }
    key_arn      = "arn:aws:kms:af-south-1:111122223333:key/aurora"
  }
  redis      = { url_secret_arn = "arn:aws:secretsmanager:af-south-1:111122223333:secret:redis", cluster = false, key_arn = "arn:aws:kms:af-south-1:111122223333:key/redis" }
  opensearch = { url = "https://search", secret_arn = "arn:aws:secretsmanager:af-south-1:111122223333:secret:search", key_arn = "arn:aws:kms:af-south-1:111122223333:key/search" }
  documents = {
    bucket       = "lexohub-test-documents", bucket_arn = "arn:aws:s3:::lexohub-test-documents"
    audit_bucket = "lexohub-test-audit", audit_bucket_arn = "arn:aws:s3:::lexohub-test-audit"
    key_arn      = "arn:aws:kms:af-south-1:111122223333:key/documents"
  }
  queues = {
    urls      = { pdf = "https://sqs/pdf", email = "https://sqs/email", batch = "https://sqs/batch", bounce = "https://sqs/bounce", analytics = "https://sqs/analytics" }
    arns      = { pdf = "arn:aws:sqs:af-south-1:111122223333:pdf", email = "arn:aws:sqs:af-south-1:111122223333:email", batch = "arn:aws:sqs:af-south-1:111122223333:batch", bounce = "arn:aws:sqs:af-south-1:111122223333:bounce", analytics = "arn:aws:sqs:af-south-1:111122223333:analytics" }
    dead_arns = { pdf = "arn:aws:sqs:af-south-1:111122223333:pdf-dlq", email = "arn:aws:sqs:af-south-1:111122223333:email-dlq", batch = "arn:aws:sqs:af-south-1:111122223333:batch-dlq", bounce = "arn:aws:sqs:af-south-1:111122223333:bounce-dlq", analytics = "arn:aws:sqs:af-south-1:111122223333:analytics-dlq" }
    names     = { pdf = "pdf", email = "email", batch = "batch", bounce = "bounce", analytics = "analytics" }
    key_arn   = "arn:aws:kms:af-south-1:111122223333:key/queues"
  }
  events   = { bus_name = "lexohub-test-events", bus_arn = "arn:aws:events:af-south-1:111122223333:event-bus/lexohub-test-events", key_arn = "arn:aws:kms:af-south-1:111122223333:key/events" }
  sessions = { names = { sessions = "lexohub-test-sessions", connections = "lexohub-test-connections" }, arns = { sessions = "arn:aws:dynamodb:af-south-1:111122223333:table/sessions" }, key_arn = "arn:aws:kms:af-south-1:111122223333:key/sessions" }
  mail     = { host = "email-smtp.af-south-1.amazonaws.com", secret_arn = "arn:aws:secretsmanager:af-south-1:111122223333:secret:smtp", key_arn = "arn:aws:kms:af-south-1:111122223333:key/mail" }
}

run "every_role_has_a_service" {
  assert {
    condition     = toset(keys(aws_ecs_service.this)) == toset(["command", "process", "worker", "projection", "query"])
    error_message = "a role has no service"
  }
  assert {
    condition     = alltrue([for role, t in aws_ecs_task_definition.this : contains([for e in jsondecode(t.container_definitions)[0].environment : e.value if e.name == "SPRING_PROFILES_ACTIVE"], "aws,${role}")])
    error_message = "a service plays another role"
  }
  assert {
    condition     = alltrue([for s in aws_ecs_service.this : one(s.deployment_circuit_breaker).enable && one(s.deployment_circuit_breaker).rollback && s.deployment_minimum_healthy_percent == 100])
    error_message = "a bad release is not taken back"
  }
  assert {
    condition     = alltrue([for s in aws_ecs_service.this : !one(s.network_configuration).assign_public_ip && length(one(s.network_configuration).subnets) == 3])
    error_message = "tasks have public addresses or stand in fewer than three zones"
  }
  assert {
    condition     = alltrue([for s in aws_ecs_service.this : !s.enable_execute_command])
    error_message = "somebody can open a shell beside people's data"
  }
  assert {
    condition     = length(setsubtract(keys(aws_ecs_service.this), [for a in aws_cloudwatch_metric_alarm.tasks : split("-", a.alarm_name)[2] if length(a.alarm_actions) == 1 && a.treat_missing_data == "breaching"])) == 0
    error_message = "a role without tasks tells nobody"
  }
}

run "keys_stay_in_kms" {
  variables {
    signing_keys = ["1", "2"]
  }
  assert {
    condition     = alltrue([for t in aws_ecs_task_definition.this : alltrue([for e in jsondecode(t.container_definitions)[0].environment : e.value == module.subjects_key.arn if contains(["LEXOHUB_KMS_MASTERKEY", "LEXOHUB_KMS_ACCEPTEDMASTERKEYS"], e.name)])])
    error_message = "the keys of people's data are wrapped by a file"
  }
  assert {
    condition     = alltrue([for p in aws_iam_role_policy.task : alltrue([for s in jsondecode(p.policy).Statement : try(s.Condition.Null["kms:EncryptionContext:key"], "") == "false" if contains(s.Resource, module.subjects_key.arn)]) && anytrue([for s in jsondecode(p.policy).Statement : contains(s.Action, "kms:Decrypt") && contains(s.Resource, module.subjects_key.arn)])])
    error_message = "a wrapped key does not say whose it is, or a role cannot open one"
  }
  assert {
    condition     = toset([for role, p in aws_iam_role_policy.task : role if anytrue([for s in jsondecode(p.policy).Statement : contains(s.Action, "kms:Encrypt")])]) == toset(["command", "process", "worker"])
    error_message = "a role that writes nothing wraps keys"
  }
  assert {
    condition     = alltrue([for k in aws_kms_key.log : k.customer_master_key_spec == "ECC_NIST_EDWARDS25519" && k.key_usage == "SIGN_VERIFY" && k.deletion_window_in_days == 30])
    error_message = "the log is signed with another kind of key"
  }
  assert {
    condition     = toset([for role, p in aws_iam_role_policy.task : role if anytrue([for s in jsondecode(p.policy).Statement : contains(s.Action, "kms:Sign")])]) == toset(["process", "query"])
    error_message = "another role than sealer and packer signs, or one of them cannot"
  }
  assert {
    condition     = alltrue([for role in ["process", "query"] : one([for e in jsondecode(aws_ecs_task_definition.this[role].container_definitions)[0].environment : e.value if e.name == "LEXOHUB_KMS_SIGNINGKEYS"]) == "${aws_kms_key.log["1"].arn},${aws_kms_key.log["2"].arn}"])
    error_message = "the keys that sign are not told in their order"
  }
}

run "keys_outlive_their_region" {
  variables {
    signing_keys = ["1", "2"]
  }
  assert {
    condition     = one(output.keys_there.master) != null
    error_message = "the database's copy cannot be opened without the region"
  }
  assert {
    condition     = alltrue([for k in aws_kms_key.log : k.multi_region]) && toset(keys(aws_kms_replica_key.log)) == toset(["1", "2"]) && alltrue([for k in aws_kms_replica_key.log : k.region == "eu-west-1"])
    error_message = "the log cannot be signed without the region"
  }
}

run "it_goes_on_with_a_lost_regions_keys" {
  variables {
    adopted_keys = {
      master  = ["arn:aws:kms:af-south-1:111122223333:key/mrk-1"]
      signing = ["arn:aws:kms:af-south-1:111122223333:key/mrk-2"]
    }
  }
  assert {
    condition     = alltrue([for t in aws_ecs_task_definition.this : one([for e in jsondecode(t.container_definitions)[0].environment : e.value if e.name == "LEXOHUB_KMS_ACCEPTEDMASTERKEYS"]) == "${module.subjects_key.arn},arn:aws:kms:af-south-1:111122223333:key/mrk-1"]) && alltrue([for p in aws_iam_role_policy.task : anytrue([for s in jsondecode(p.policy).Statement : contains(s.Action, "kms:Decrypt") && contains(s.Resource, "arn:aws:kms:af-south-1:111122223333:key/mrk-1")])])
    error_message = "an adopted key opens nothing"
  }
  assert {
    condition     = alltrue([for role in ["process", "query"] : one([for e in jsondecode(aws_ecs_task_definition.this[role].container_definitions)[0].environment : e.value if e.name == "LEXOHUB_KMS_SIGNINGKEYS"]) == "arn:aws:kms:af-south-1:111122223333:key/mrk-2,${aws_kms_key.log["1"].arn}" && anytrue([for s in jsondecode(aws_iam_role_policy.task[role].policy).Statement : contains(s.Action, "kms:Sign") && contains(s.Resource, "arn:aws:kms:af-south-1:111122223333:key/mrk-2")])])
    error_message = "an adopted key does not go on signing before the others"
  }
}

run "an_installation_with_files_goes_on" {
  variables {
    master_key   = "file"
    signing_keys = []
  }
  assert {
    condition     = alltrue([for t in aws_ecs_task_definition.this : one([for e in jsondecode(t.container_definitions)[0].environment : e.value if e.name == "LEXOHUB_KMS_MASTERKEY"]) == "file"]) && length(aws_kms_key.log) == 0
    error_message = "an installation that has its keys in files cannot go on"
  }
}

run "a_task_is_closed" {
  assert {
    condition     = alltrue([for t in aws_ecs_task_definition.this : alltrue([for c in jsondecode(t.container_definitions) : c.readonlyRootFilesystem])])
    error_message = "a task can change its own files"
  }
  assert {
    condition     = alltrue([for t in aws_ecs_task_definition.this : jsondecode(t.container_definitions)[0].user == "10001:10001"])
    error_message = "the application runs as root"
  }
  assert {
    condition     = alltrue([for t in aws_ecs_task_definition.this : strcontains(jsondecode(t.container_definitions)[0].healthCheck.command[3], "/actuator/health/liveness")])
    error_message = "a hung task goes on"
  }
  assert {
    condition     = alltrue([for t in aws_ecs_task_definition.this : alltrue([for e in jsondecode(t.container_definitions)[0].environment : !strcontains(e.name, "PASSWORD") && !strcontains(e.name, "REDIS_URL")])])
    error_message = "a secret stands in a task definition"
  }
  assert {
    condition     = alltrue([for role, t in aws_ecs_task_definition.this : anytrue([for s in jsondecode(t.container_definitions)[0].secrets : s.name == "SPRING_FLYWAY_PASSWORD"]) == (role == "process")])
    error_message = "more than one role may change the schema"
  }
  assert {
    condition     = alltrue([for role, t in aws_ecs_task_definition.this : anytrue([for s in jsondecode(t.container_definitions)[0].secrets : s.name == "LEXOHUB_EDGE_SECRET"]) == contains(["command", "query"], role)])
    error_message = "who answers callers cannot tell whether the edge says who asks"
  }
  assert {
    condition     = aws_ecr_repository.this.image_tag_mutability == "IMMUTABLE" && one(aws_ecr_repository.this.image_scanning_configuration).scan_on_push
    error_message = "a release can be exchanged under its name"
  }
  assert {
    condition     = aws_efs_file_system.keys.encrypted && alltrue([for t in aws_ecs_task_definition.this : alltrue([for v in t.volume : one(v.efs_volume_configuration).transit_encryption == "ENABLED" if v.name == "keys"])])
    error_message = "keys lie or travel in clear"
  }
  assert {
    condition     = one(aws_efs_access_point.keys.root_directory[0].creation_info).permissions == "0700"
    error_message = "others read the keys"
  }
}

run "a_role_may_what_it_must" {
  assert {
    condition     = alltrue([for p in aws_iam_role_policy.task : alltrue([for s in jsondecode(p.policy).Statement : contains(["Metrics", "Traces"], s.Sid) || !contains(s.Resource, "*")])])
    error_message = "a role may do something to everything"
  }
  assert {
    condition     = alltrue([for p in concat(values(aws_iam_role_policy.task), values(aws_iam_role_policy.execution)) : alltrue(flatten([for s in jsondecode(p.policy).Statement : [for a in s.Action : !strcontains(a, "*")]]))])
    error_message = "a role may do anything to something"
  }
  assert {
    condition     = alltrue([for role, p in aws_iam_role_policy.task : role == "process" || !anytrue([for s in jsondecode(p.policy).Statement : s.Sid == "WriteEvidence"])])
    error_message = "another role than the sealer writes evidence"
  }
  assert {
    condition     = alltrue([for p in aws_iam_role_policy.task : alltrue(flatten([for s in jsondecode(p.policy).Statement : [for a in s.Action : !startswith(a, "s3:Delete") && a != "s3:BypassGovernanceRetention"]]))])
    error_message = "a role can remove papers"
  }
  assert {
    condition     = alltrue([for role, p in aws_iam_role_policy.task : contains(["worker"], role) || !anytrue([for s in jsondecode(p.policy).Statement : contains(s.Action, "sqs:ReceiveMessage") && length(setintersection(s.Resource, values(var.queues.arns))) > 0])])
    error_message = "another role than the worker takes work"
  }
  assert {
    condition     = anytrue([for s in jsondecode(aws_iam_role_policy.task["process"].policy).Statement : contains(s.Action, "sqs:StartMessageMoveTask") && toset(s.Resource) == toset(values(var.queues.dead_arns))]) && alltrue([for role, p in aws_iam_role_policy.task : role == "process" || !strcontains(p.policy, "MessageMoveTask")])
    error_message = "dead messages can be given back by nobody, or by anybody"
  }
  assert {
    condition     = alltrue([for p in aws_iam_role_policy.task : anytrue([for s in jsondecode(p.policy).Statement : contains(s.Action, "dynamodb:GetItem") && contains(s.Resource, var.sessions.arns["sessions"])])])
    error_message = "a role cannot look sessions up"
  }
  assert {
    condition     = alltrue([for role, p in aws_iam_role_policy.execution : role == "process" || !anytrue([for s in jsondecode(p.policy).Statement : contains(s.Resource, var.database.secret_arns["owner"])])])
    error_message = "another role fetches the owner's password"
  }
  assert {
    condition     = anytrue([for s in jsondecode(aws_iam_role_policy.task["query"].policy).Statement : s.Sid == "Metrics" && can(s.Condition.StringEquals["cloudwatch:namespace"])])
    error_message = "a role can forge everybody's metrics"
  }
}

run "the_balancer_is_inside" {
  assert {
    condition     = aws_lb.this.internal && aws_lb.this.drop_invalid_header_fields && aws_lb.this.enable_deletion_protection
    error_message = "the balancer is public, lenient or easily deleted"
  }
  assert {
    condition     = aws_lb_listener.this.protocol == "HTTPS" && startswith(aws_lb_listener.this.ssl_policy, "ELBSecurityPolicy-TLS13-1-2")
    error_message = "old TLS or none is good enough"
  }
  assert {
    condition     = alltrue([for r in aws_lb_listener_rule.this : anytrue([for c in r.condition : length(c.http_header) == 1])])
    error_message = "the balancer answers who did not come by CloudFront"
  }
  assert {
    condition     = alltrue([for r in aws_lb_listener_rule.this : alltrue(flatten([for c in r.condition : [for p in c.path_pattern : [for v in p.values : !startswith(v, "/actuator") && v != "/*" && v != "*"]]]))])
    error_message = "operators' addresses are open to the world"
  }
  assert {
    condition     = alltrue([for r in aws_lb_listener_rule.this : sum(flatten([for c in r.condition : [[for p in c.path_pattern : length(p.values)], [for p in c.http_request_method : length(p.values)], [for p in c.http_header : length(p.values)]]])) <= 5])
    error_message = "a rule has more values than AWS takes"
  }
  assert {
    condition     = length([for c in aws_lb_listener_rule.websocket.condition : c if length(c.http_header) == 1]) == 2 && aws_lb_listener_rule.no_other_websocket.action[0].type == "fixed-response"
    error_message = "anybody may speak for a connection"
  }
  assert {
    condition     = one(aws_lb.this.access_logs).enabled
    error_message = "nobody knows who called"
  }
}

run "it_grows_with_its_work" {
  assert {
    condition     = length(aws_appautoscaling_policy.cpu) == 5 && length(aws_appautoscaling_policy.requests) == 2
    error_message = "a role does not follow its load"
  }
  assert {
    condition     = length(setsubtract(["pdf", "email", "batch", "workers", "backlog"], [for m in one(one(aws_appautoscaling_policy.backlog.target_tracking_scaling_policy_configuration).customized_metric_specification).metrics : m.id])) == 0
    error_message = "workers do not follow their queues"
  }
}

run "a_role_is_told_what_it_asks" {
  assert {
    condition     = alltrue([for role in ["command", "projection", "query"] : contains(output.told[role], "LEXOHUB_REDIS_URL")]) && alltrue([for role in ["projection", "query"] : contains(output.told[role], "LEXOHUB_OPENSEARCH_URL")])
    error_message = "a role lacks its stores"
  }
  assert {
    condition     = alltrue([for role in ["process", "worker"] : length(setsubtract(["LEXOHUB_SQS_PDFQUEUEURL", "LEXOHUB_SQS_EMAILQUEUEURL", "LEXOHUB_SQS_BATCHQUEUEURL"], output.told[role])) == 0]) && contains(output.told["process"], "LEXOHUB_EVENTBRIDGE_BUS") && contains(output.told["worker"], "LEXOHUB_SQS_BOUNCEQUEUEURL") && contains(output.told["worker"], "SPRING_MAIL_HOST") && length(setsubtract(["LEXOHUB_SQS_BOUNCEQUEUEURL", "LEXOHUB_SQS_ANALYTICSQUEUEURL"], output.told["process"])) == 0
    error_message = "a role lacks its queues, bus or mail"
  }
  assert {
    condition     = alltrue([for told in output.told : contains(told, "LEXOHUB_SESSIONS_TABLE")]) && alltrue([for role, told in output.told : contains(told, "LEXOHUB_CONNECTIONS_TABLE") == (role == "query")])
    error_message = "a role lacks the table of sessions, or the wrong one has the connections"
  }
}

run "it_logs_in_by_iam" {
  variables {
    database = {
      jdbc_url     = "jdbc:postgresql://db:5432/lexohub?sslmode=verify-full"
      secret_arns  = { owner = "arn:aws:secretsmanager:af-south-1:111122223333:secret:owner", application = "arn:aws:secretsmanager:af-south-1:111122223333:secret:application" }
      connect_arns = { owner = "arn:aws:rds-db:af-south-1:111122223333:dbuser:c/lexohub_owner", application = "arn:aws:rds-db:af-south-1:111122223333:dbuser:c/lexohub_app" }
      key_arn      = "arn:aws:kms:af-south-1:111122223333:key/aurora"
      iam          = true
    }
  }
  assert {
    condition     = alltrue([for told in output.told : contains(told, "LEXOHUB_DATABASE_IAM") && length(setintersection(["SPRING_DATASOURCE_PASSWORD", "SPRING_FLYWAY_PASSWORD"], told)) == 0])
    error_message = "a task that logs in by IAM is told a password, or does not know that it does"
  }
  assert {
    condition     = alltrue([for role, p in aws_iam_role_policy.task : anytrue([for s in jsondecode(p.policy).Statement : contains(s.Action, "rds-db:connect") && contains(s.Resource, var.database.connect_arns["application"])])])
    error_message = "a role cannot log in to the database"
  }
  assert {
    condition     = alltrue([for role, p in aws_iam_role_policy.task : (role == "process") == anytrue([for s in jsondecode(p.policy).Statement : contains(s.Resource, var.database.connect_arns["owner"])])])
    error_message = "the owner of the tables is nobody's log-in, or another role's"
  }
}

run "a_stopped_role_stays_stopped" {
  # A state of its own: how many tasks run is decided at the first apply alone.
  state_key = "stopped"
  variables {
    stopped = ["command", "worker"]
  }
  assert {
    condition     = alltrue([for role, t in aws_appautoscaling_target.this : (t.min_capacity == 0 && t.max_capacity == 0) == contains(["command", "worker"], role)])
    error_message = "an apply starts what a person has stopped"
  }
  assert {
    condition     = alltrue([for role in ["command", "worker"] : aws_ecs_service.this[role].desired_count == 0])
    error_message = "a new installation starts what is to stay stopped"
  }
}
