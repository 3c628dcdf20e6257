# The internal balancer: reads go to query, writes to command. /actuator is not routed at all, and nothing is answered that
# did not come by CloudFront, which alone knows the header's value.
locals {
  edge_header = "x-lexohub-edge"
}

data "aws_secretsmanager_random_password" "edge" {
  password_length     = 48
  exclude_punctuation = true
}

resource "aws_secretsmanager_secret" "edge" {
  name       = "${var.name}/edge"
  kms_key_id = module.key.arn
  tags       = var.tags
}

resource "aws_secretsmanager_secret_version" "edge" {
  secret_id     = aws_secretsmanager_secret.edge.id
  secret_string = data.aws_secretsmanager_random_password.edge.random_password

  lifecycle {
    ignore_changes = [secret_string]
  }
}

resource "aws_lb" "this" {
  name                       = var.name
  internal                   = true
  load_balancer_type         = "application"
  subnets                    = var.subnet_ids
  security_groups            = [var.balancer_security_group_id]
  drop_invalid_header_fields = true
  enable_deletion_protection = var.protected
  # A stream says something every 15 s; an export may be silent for longer.
  idle_timeout = 120
  tags         = var.tags

  access_logs {
    bucket  = var.access_log_bucket
    prefix  = "balancer"
    enabled = true
  }
}

resource "aws_lb_target_group" "this" {
  for_each             = local.http
  name                 = "${var.name}-${each.key}"
  port                 = local.port
  protocol             = "HTTP"
  target_type          = "ip"
  vpc_id               = var.vpc_id
  deregistration_delay = 30
  # The fullest task gets the least.
  load_balancing_algorithm_type = "least_outstanding_requests"
  tags                          = var.tags

  health_check {
    path                = "/actuator/health/readiness"
    matcher             = "200"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }
}

resource "aws_lb_listener" "this" {
  load_balancer_arn = aws_lb.this.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  certificate_arn   = var.certificate_arn
  tags              = var.tags

  default_action {
    type = "fixed-response"
    fixed_response {
      content_type = "application/problem+json"
      message_body = jsonencode({ type = "about:blank", title = "Not Found", status = 404 })
      status_code  = "404"
    }
  }
}

locals {
  rules = {
    # The one POST that only reads.
    pack   = { priority = 10, role = "query", paths = ["/api/v1/audit/pack"], methods = ["POST"] }
    reads  = { priority = 20, role = "query", paths = ["/api/v1/*", "/problems", "/problems/*", "/openapi.json", "/docs", "/docs/*"], methods = ["GET", "HEAD"] }
    writes = { priority = 30, role = "command", paths = ["/api/v1/*"], methods = ["POST"] }
  }
  # A rule has five values at most, over all of its conditions.
  conditions = { for pair in flatten([for key, rule in local.rules : [
    for index, paths in chunklist(rule.paths, 4 - length(rule.methods)) : { key = "${key}-${index}", priority = rule.priority + index, role = rule.role, paths = paths, methods = rule.methods }
  ]]) : pair.key => pair }
}

# What the WebSocket API tells of its connections, and nobody else: it alone sends this header.
resource "aws_lb_listener_rule" "websocket" {
  listener_arn = aws_lb_listener.this.arn
  priority     = 1
  tags         = var.tags

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this["query"].arn
  }
  condition {
    path_pattern {
      values = ["/api/v1/websocket/*"]
    }
  }
  dynamic "condition" {
    for_each = toset([local.edge_header, "x-lexohub-websocket"])
    content {
      http_header {
        http_header_name = condition.value
        values           = [aws_secretsmanager_secret_version.edge.secret_string]
      }
    }
  }
}

resource "aws_lb_listener_rule" "no_other_websocket" {
  listener_arn = aws_lb_listener.this.arn
  priority     = 2
  tags         = var.tags

  action {
    type = "fixed-response"
    fixed_response {
      content_type = "application/problem+json"
      message_body = jsonencode({ type = "about:blank", title = "Not Found", status = 404 })
      status_code  = "404"
    }
  }
  condition {
    path_pattern {
      values = ["/api/v1/websocket/*"]
    }
  }
}

resource "aws_lb_listener_rule" "this" {
  for_each     = local.conditions
  listener_arn = aws_lb_listener.this.arn
  priority     = each.value.priority
  tags         = var.tags

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this[each.value.role].arn
  }
  condition {
    path_pattern {
      values = each.value.paths
    }
  }
  condition {
    http_request_method {
      values = each.value.methods
    }
  }
  condition {
    http_header {
      http_header_name = local.edge_header
      values           = [aws_secretsmanager_secret_version.edge.secret_string]
    }
  }
}
