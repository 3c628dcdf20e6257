# One image, five services, one per role. What a role may do is in roles.tf, what it is told in environment.tf.
locals {
  port = 8080
  http = toset(["command", "query"])
}

module "key" {
  source     = "../key"
  name       = var.name
  purpose    = "service"
  account_id = var.account_id
  region     = var.region
  services   = ["logs.${var.region}.amazonaws.com"]
  tags       = var.tags
}

resource "aws_ecr_repository" "this" {
  name                 = var.name
  image_tag_mutability = "IMMUTABLE"
  force_delete         = false
  tags                 = var.tags

  image_scanning_configuration {
    scan_on_push = true
  }
  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = module.key.arn
  }
}

resource "aws_ecr_lifecycle_policy" "this" {
  repository = aws_ecr_repository.this.name
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      description  = "what can be rolled back to"
      selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 50 }
      action       = { type = "expire" }
    }]
  })
}

resource "aws_ecs_cluster" "this" {
  name = var.name
  tags = var.tags

  setting {
    name  = "containerInsights"
    value = "enhanced"
  }
}

resource "aws_cloudwatch_log_group" "this" {
  for_each          = var.roles
  name              = "/${var.name}/${each.key}"
  retention_in_days = var.log_days
  kms_key_id        = module.key.arn
  tags              = var.tags
}

resource "aws_ecs_task_definition" "this" {
  for_each                 = var.roles
  family                   = "${var.name}-${each.key}"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = each.value.cpu
  memory                   = each.value.memory
  task_role_arn            = aws_iam_role.task[each.key].arn
  execution_role_arn       = aws_iam_role.execution[each.key].arn
  tags                     = var.tags

  runtime_platform {
    cpu_architecture        = "ARM64"
    operating_system_family = "LINUX"
  }

  # The root is read-only; Tomcat and PDF rendering need somewhere to put things for a moment.
  volume {
    name = "tmp"
  }

  # The master keys, one file system for all, read and written by the application's user only.
  volume {
    name = "keys"
    efs_volume_configuration {
      file_system_id     = aws_efs_file_system.keys.id
      transit_encryption = "ENABLED"
      authorization_config {
        access_point_id = aws_efs_access_point.keys.id
        iam             = "ENABLED"
      }
    }
  }

  container_definitions = jsonencode([
    {
      name                   = "lexohub"
      image                  = "${aws_ecr_repository.this.repository_url}:${var.image_tag}"
      essential              = true
      user                   = "10001:10001"
      readonlyRootFilesystem = true
      linuxParameters        = { initProcessEnabled = true }
      # HTTP drains, messages go back and segments are released within 30 s of the signal.
      stopTimeout  = 35
      portMappings = [{ containerPort = local.port, protocol = "tcp" }]
      mountPoints = [
        { sourceVolume = "tmp", containerPath = "/tmp", readOnly = false },
        { sourceVolume = "keys", containerPath = local.keys, readOnly = false },
      ]
      environment = [for key in sort(keys(local.environment[each.key])) : { name = key, value = local.environment[each.key][key] }]
      secrets     = [for key in sort(keys(local.secrets[each.key])) : { name = key, valueFrom = local.secrets[each.key][key] }]
      # The process alone: a database that is away is not cured by killing tasks.
      healthCheck = {
        command = ["CMD", "bash", "-c",
        "exec 3<>/dev/tcp/127.0.0.1/${local.port} && printf 'GET /actuator/health/liveness HTTP/1.0\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200'"]
        interval    = 15
        timeout     = 5
        retries     = 3
        startPeriod = 120
      }
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          awslogs-group         = aws_cloudwatch_log_group.this[each.key].name
          awslogs-region        = var.region
          awslogs-stream-prefix = "lexohub"
          mode                  = "non-blocking"
        }
      }
    },
    {
      name                   = "collector"
      image                  = var.collector_image
      essential              = false
      readonlyRootFilesystem = true
      command                = ["--config=/etc/ecs/ecs-default-config.yaml"]
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          awslogs-group         = aws_cloudwatch_log_group.this[each.key].name
          awslogs-region        = var.region
          awslogs-stream-prefix = "collector"
        }
      }
    },
  ])
}

resource "aws_ecs_service" "this" {
  for_each                           = var.roles
  name                               = "${var.name}-${each.key}"
  cluster                            = aws_ecs_cluster.this.id
  task_definition                    = aws_ecs_task_definition.this[each.key].arn
  desired_count                      = contains(var.stopped, each.key) ? 0 : each.value.min
  launch_type                        = "FARGATE"
  platform_version                   = "LATEST"
  propagate_tags                     = "SERVICE"
  enable_ecs_managed_tags            = true
  enable_execute_command             = false
  availability_zone_rebalancing      = "ENABLED"
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 200
  health_check_grace_period_seconds  = contains(local.http, each.key) ? 120 : null
  tags                               = merge(var.tags, { Role = each.key })

  # A release that does not come up is taken back by itself.
  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  network_configuration {
    subnets          = var.subnet_ids
    security_groups  = [var.task_security_group_id]
    assign_public_ip = false
  }

  dynamic "load_balancer" {
    for_each = contains(local.http, each.key) ? [each.key] : []
    content {
      target_group_arn = aws_lb_target_group.this[each.key].arn
      container_name   = "lexohub"
      container_port   = local.port
    }
  }

  lifecycle {
    ignore_changes = [desired_count]
  }

  depends_on = [aws_lb_listener.this, aws_efs_mount_target.keys]
}
