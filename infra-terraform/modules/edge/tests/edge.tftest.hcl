mock_provider "aws" {
  mock_resource "aws_apigatewayv2_api" {
    defaults = {
      api_endpoint = "https://abc.execute-api.af-south-1.amazonaws.com"
    }
  }
}

variables {
  name                   = "lexohub-test"
  account_id             = "111122223333"
  region                 = "af-south-1"
  domain                 = "app.lexohub.example"
  certificate_arn        = "arn:aws:acm:us-east-1:111122223333:certificate/1"
  zone_id                = "Z1"
  issuer                 = "https://cognito-idp.af-south-1.amazonaws.com/af-south-1_1"
  client_ids             = ["client-1"]
  subnet_ids             = ["subnet-1", "subnet-2", "subnet-3"]
  link_security_group_id = "sg-link"
  listener_arn           = "arn:aws:elasticloadbalancing:af-south-1:111122223333:listener/app/l/1/2"
  balancer               = { arn = "arn:aws:elasticloadbalancing:af-south-1:111122223333:loadbalancer/app/l/1", dns_name = "internal-l.elb.amazonaws.com" }
  edge_header            = { name = "x-lexohub-edge", value = "not-a-secret" }
  upload_origin          = "https://lexohub-test-documents.s3.af-south-1.amazonaws.com"
  login_origin           = "https://lexohub-test.auth.af-south-1.amazoncognito.com"
  alarm_topic_arn        = "arn:aws:sns:af-south-1:111122223333:alarms"
}

run "the_world_sees_one_name_over_tls" {
  assert {
    condition     = one(aws_cloudfront_distribution.this.viewer_certificate).minimum_protocol_version == "TLSv1.2_2021"
    error_message = "old TLS is good enough"
  }
  assert {
    condition     = one(aws_cloudfront_distribution.this.default_cache_behavior).viewer_protocol_policy == "redirect-to-https" && alltrue([for b in aws_cloudfront_distribution.this.ordered_cache_behavior : b.viewer_protocol_policy == "https-only"])
    error_message = "a token may travel in clear"
  }
  assert {
    condition     = aws_cloudfront_distribution.this.web_acl_id == aws_wafv2_web_acl.this.arn
    error_message = "the firewall stands beside the door"
  }
  assert {
    condition     = length(setsubtract(["AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesSQLiRuleSet", "PerAddress", "PerAddressPublic"], [for r in jsondecode(aws_wafv2_web_acl.this.rule_json) : r.Name])) == 0
    error_message = "the firewall lacks a rule"
  }
  assert {
    condition     = length([for f in aws_wafv2_web_acl_logging_configuration.this.redacted_fields : f if one(f.single_header).name == "authorization"]) == 1
    error_message = "tokens stand in the firewall's log"
  }
  assert {
    condition     = alltrue([for s in jsondecode(output.frontend_policy).Statement : can(s.Condition.StringEquals["aws:SourceArn"]) if s.Effect == "Allow"]) && aws_cloudfront_origin_access_control.frontend.signing_behavior == "always"
    error_message = "the front end's bucket is read past CloudFront"
  }
  assert {
    condition     = alltrue([for b in aws_cloudfront_distribution.this.ordered_cache_behavior : b.cache_policy_id == "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"])
    error_message = "one person's answer is kept for another"
  }
  assert {
    condition     = alltrue([for path in ["/api/v1/stream", "/api/v1/audit/*"] : anytrue([for b in aws_cloudfront_distribution.this.ordered_cache_behavior : b.path_pattern == path && b.target_origin_id == "balancer"])])
    error_message = "a stream ends after 30 seconds"
  }
  assert {
    condition     = alltrue([for path in ["/api/v1/exports/*", "/api/v1/reports/*"] : anytrue([for b in aws_cloudfront_distribution.this.ordered_cache_behavior : b.path_pattern == path && b.target_origin_id == "balancer"])])
    error_message = "an export or a report ends after 30 seconds"
  }
  assert {
    condition     = alltrue([for o in aws_cloudfront_distribution.this.origin : anytrue([for h in o.custom_header : h.name == "x-lexohub-edge"]) if o.origin_id != "frontend"])
    error_message = "the balancer does not know CloudFront"
  }
  assert {
    condition     = alltrue([for b in aws_cloudfront_distribution.this.ordered_cache_behavior : anytrue([for f in b.function_association : f.event_type == "viewer-request" && f.function_arn == aws_cloudfront_function.viewer.arn])])
    error_message = "the application does not hear who asks"
  }
  assert {
    condition     = strcontains(aws_cloudfront_function.viewer.code, "request.headers['x-lexohub-viewer'] = { value: event.viewer.ip };")
    error_message = "a viewer may say who asks"
  }
  assert {
    condition     = one(one(aws_cloudfront_response_headers_policy.this.security_headers_config).strict_transport_security).access_control_max_age_sec >= 31536000 && strcontains(one(one(aws_cloudfront_response_headers_policy.this.security_headers_config).content_security_policy).content_security_policy, "default-src 'self'")
    error_message = "a browser may run what others wrote"
  }
}

run "the_gateway_asks_for_a_token" {
  assert {
    condition     = aws_apigatewayv2_route.api.authorization_type == "JWT" && aws_apigatewayv2_route.api.authorizer_id == aws_apigatewayv2_authorizer.jwt.id
    error_message = "the API is open"
  }
  assert {
    condition     = alltrue([for r in aws_apigatewayv2_route.open : startswith(r.route_key, "ANY /api/v1/public/") || startswith(r.route_key, "GET /openapi.json") || startswith(r.route_key, "GET /problems") || startswith(r.route_key, "GET /docs") || r.route_key == "POST /api/v1/websocket/{proxy+}"])
    error_message = "a route is open that is not for strangers"
  }
  assert {
    condition     = one(aws_apigatewayv2_stage.http.default_route_settings).throttling_rate_limit == 1500 && one(aws_apigatewayv2_stage.websocket.default_route_settings).throttling_rate_limit == 200
    error_message = "nobody is held back"
  }
  assert {
    condition     = one(aws_apigatewayv2_integration.http.tls_config).server_name_to_verify == "app.lexohub.example" && aws_apigatewayv2_integration.http.connection_type == "VPC_LINK"
    error_message = "the gateway does not check whom it talks to"
  }
  assert {
    condition     = toset(keys(aws_apigatewayv2_route.websocket)) == toset(["$connect", "$disconnect", "$default"]) && contains(keys(aws_apigatewayv2_integration.websocket["$connect"].request_parameters), "integration.request.header.authorization") && alltrue([for i in aws_apigatewayv2_integration.websocket : contains(keys(i.request_parameters), "integration.request.header.x-lexohub-websocket")])
    error_message = "a connection is made without a token"
  }
  assert {
    condition     = alltrue([for g in aws_cloudwatch_log_group.gateway : g.kms_key_id == module.key.arn]) && !strcontains(one(aws_apigatewayv2_stage.http.access_log_settings).format, "authorizer.claims")
    error_message = "the gateway's log lies in clear or names people"
  }
  assert {
    condition     = length(aws_cloudwatch_metric_alarm.gateway) == 2 && alltrue([for a in aws_cloudwatch_metric_alarm.gateway : length(a.alarm_actions) == 1])
    error_message = "a gateway that fails tells nobody"
  }
}
