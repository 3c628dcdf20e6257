# API Gateway looks at every token before it costs us anything, and holds back who asks too much. The application looks at
# the token again: it alone knows tenants and roles.
locals {
  open = ["GET /openapi.json", "GET /problems", "GET /problems/{proxy+}", "GET /docs", "GET /docs/{proxy+}", "ANY /api/v1/public/{proxy+}", "POST /api/v1/websocket/{proxy+}"]
  log_format = jsonencode({
    requestId    = "$context.requestId", at = "$context.requestTime", route = "$context.routeKey", status = "$context.status"
    milliseconds = "$context.responseLatency", fault = "$context.integrationErrorMessage", refused = "$context.authorizer.error"
  })
}

resource "aws_cloudwatch_log_group" "gateway" {
  for_each          = toset(["http", "websocket"])
  name              = "/${var.name}/gateway/${each.key}"
  retention_in_days = 90
  kms_key_id        = module.key.arn
  tags              = var.tags
}

resource "aws_apigatewayv2_vpc_link" "this" {
  name               = var.name
  subnet_ids         = var.subnet_ids
  security_group_ids = [var.link_security_group_id]
  tags               = var.tags
}

resource "aws_apigatewayv2_api" "http" {
  name          = "${var.name}-http"
  description   = "LexoHub's API"
  protocol_type = "HTTP"
  tags          = var.tags
}

resource "aws_apigatewayv2_authorizer" "jwt" {
  api_id           = aws_apigatewayv2_api.http.id
  name             = "cognito"
  authorizer_type  = "JWT"
  identity_sources = ["$request.header.Authorization"]
  jwt_configuration {
    issuer   = var.issuer
    audience = var.client_ids
  }
}

resource "aws_apigatewayv2_integration" "http" {
  api_id                 = aws_apigatewayv2_api.http.id
  integration_type       = "HTTP_PROXY"
  integration_method     = "ANY"
  integration_uri        = var.listener_arn
  connection_type        = "VPC_LINK"
  connection_id          = aws_apigatewayv2_vpc_link.this.id
  payload_format_version = "1.0"
  timeout_milliseconds   = 30000
  tls_config {
    server_name_to_verify = var.domain
  }
}

resource "aws_apigatewayv2_route" "api" {
  api_id             = aws_apigatewayv2_api.http.id
  route_key          = "ANY /api/v1/{proxy+}"
  target             = "integrations/${aws_apigatewayv2_integration.http.id}"
  authorization_type = "JWT"
  authorizer_id      = aws_apigatewayv2_authorizer.jwt.id
}

resource "aws_apigatewayv2_route" "open" {
  for_each           = toset(local.open)
  api_id             = aws_apigatewayv2_api.http.id
  route_key          = each.key
  target             = "integrations/${aws_apigatewayv2_integration.http.id}"
  authorization_type = "NONE"
}

resource "aws_apigatewayv2_stage" "http" {
  api_id      = aws_apigatewayv2_api.http.id
  name        = "$default"
  auto_deploy = true
  tags        = var.tags

  default_route_settings {
    detailed_metrics_enabled = true
    throttling_rate_limit    = var.throttle.rate
    throttling_burst_limit   = var.throttle.burst
  }
  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.gateway["http"].arn
    format          = local.log_format
  }
}

# Live updates for clients that want a WebSocket. Such an API knows no JWT authorizer and no link to a balancer, so connect
# is put to the application by its public name, with the token that the client brought; who is not answered 200 is not let
# in. The application posts to connections by their id.
resource "aws_apigatewayv2_api" "websocket" {
  name                       = "${var.name}-websocket"
  description                = "LexoHub's live updates"
  protocol_type              = "WEBSOCKET"
  route_selection_expression = "$request.body.action"
  tags                       = var.tags
}

resource "aws_apigatewayv2_integration" "websocket" {
  for_each             = { "$connect" = "connect", "$disconnect" = "disconnect", "$default" = "message" }
  api_id               = aws_apigatewayv2_api.websocket.id
  integration_type     = "HTTP_PROXY"
  integration_method   = "POST"
  integration_uri      = "https://${var.domain}/api/v1/websocket/${each.value}"
  timeout_milliseconds = 10000
  request_parameters = merge(
    {
      "integration.request.header.x-connection-id" = "context.connectionId"
      # Shows the balancer that it is this API that asks: nobody else may speak for a connection.
      "integration.request.header.x-lexohub-websocket" = "'${var.edge_header.value}'"
    },
    each.key == "$connect" ? { "integration.request.header.authorization" = "route.request.header.authorization" } : {},
  )
}

resource "aws_apigatewayv2_route" "websocket" {
  for_each  = aws_apigatewayv2_integration.websocket
  api_id    = aws_apigatewayv2_api.websocket.id
  route_key = each.key
  target    = "integrations/${each.value.id}"
}

resource "aws_apigatewayv2_stage" "websocket" {
  api_id      = aws_apigatewayv2_api.websocket.id
  name        = "live"
  auto_deploy = true
  tags        = var.tags

  default_route_settings {
    data_trace_enabled       = false
    detailed_metrics_enabled = true
    logging_level            = "ERROR"
    throttling_rate_limit    = 200
    throttling_burst_limit   = 400
  }
  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.gateway["websocket"].arn
    format          = local.log_format
  }
}

resource "aws_cloudwatch_metric_alarm" "gateway" {
  for_each = {
    faults    = { metric = "5xx", statistic = "Sum", at = 10, minutes = 10, says = "The gateway cannot reach the balancer." }
    throttled = { metric = "4xx", statistic = "Average", at = 0.2, minutes = 15, says = "A fifth of the requests are refused: throttling, or tokens that nobody accepts." }
  }
  alarm_name          = "${var.name}-gateway-${each.key}"
  alarm_description   = each.value.says
  namespace           = "AWS/ApiGateway"
  metric_name         = each.value.metric
  dimensions          = { ApiId = aws_apigatewayv2_api.http.id }
  statistic           = each.value.statistic
  period              = 300
  evaluation_periods  = each.value.minutes / 5
  comparison_operator = "GreaterThanThreshold"
  threshold           = each.value.at
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]
  tags                = var.tags
}
