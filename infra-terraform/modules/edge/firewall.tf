# Firewalls of CloudFront live in us-east-1.
locals {
  managed = {
    AWSManagedRulesAmazonIpReputationList = []
    # A body may be as long as the application takes it: it answers 413 itself.
    AWSManagedRulesCommonRuleSet         = ["SizeRestrictions_BODY"]
    AWSManagedRulesKnownBadInputsRuleSet = []
    AWSManagedRulesSQLiRuleSet           = []
  }

  visible = { for name in concat(["PerAddress", "PerAddressPublic"], keys(local.managed)) : name => {
    SampledRequestsEnabled   = true
    CloudWatchMetricsEnabled = true
    MetricName               = "${var.name}-${name}"
  } }

  rules = concat(
    [
      {
        Name = "PerAddress", Priority = 0, Action = jsondecode("{\"Block\":{\"CustomResponse\":{\"ResponseCode\":429}}}")
        # The WebSocket API asks for all of its connections from a few addresses of its own.
        Statement = { RateBasedStatement = {
          Limit = var.requests_per_address.all, EvaluationWindowSec = 300, AggregateKeyType = "IP"
          ScopeDownStatement = { NotStatement = { Statement = { ByteMatchStatement = {
            FieldToMatch        = { UriPath = {} }, PositionalConstraint = "STARTS_WITH", SearchString = base64encode("/api/v1/websocket/")
            TextTransformations = [{ Priority = 0, Type = "NONE" }]
          } } } }
        } }
        VisibilityConfig = local.visible["PerAddress"]
      },
    ],
    [
      {
        # Links without a login are what a stranger would try out.
        Name = "PerAddressPublic", Priority = 1, Action = jsondecode("{\"Block\":{\"CustomResponse\":{\"ResponseCode\":429}}}")
        Statement = { RateBasedStatement = {
          Limit = var.requests_per_address.public, EvaluationWindowSec = 300, AggregateKeyType = "IP"
          ScopeDownStatement = { ByteMatchStatement = {
            FieldToMatch        = { UriPath = {} }, PositionalConstraint = "STARTS_WITH", SearchString = base64encode("/api/v1/public/")
            TextTransformations = [{ Priority = 0, Type = "NONE" }]
          } }
        } }
        VisibilityConfig = local.visible["PerAddressPublic"]
      },
    ],
    [for index, name in keys(local.managed) : {
      Name = name, Priority = 10 + index, OverrideAction = { None = {} }
      Statement = { ManagedRuleGroupStatement = {
        VendorName          = "AWS", Name = name
        RuleActionOverrides = [for rule in local.managed[name] : { Name = rule, ActionToUse = { Count = {} } }]
      } }
      VisibilityConfig = local.visible[name]
    }],
  )
}

resource "aws_wafv2_web_acl" "this" {
  region      = "us-east-1"
  name        = var.name
  description = "Before CloudFront"
  scope       = "CLOUDFRONT"
  rule_json   = jsonencode(local.rules)
  tags        = var.tags

  default_action {
    allow {}
  }
  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = var.name
    sampled_requests_enabled   = true
  }
}

module "firewall_key" {
  source     = "../key"
  name       = var.name
  purpose    = "firewall"
  account_id = var.account_id
  region     = "us-east-1"
  services   = ["logs.us-east-1.amazonaws.com"]
  tags       = var.tags
}

resource "aws_cloudwatch_log_group" "firewall" {
  region            = "us-east-1"
  name              = "aws-waf-logs-${var.name}"
  retention_in_days = 90
  kms_key_id        = module.firewall_key.arn
  tags              = var.tags
}

# What was refused; who was let through stands in the balancer's and the gateway's logs. A token is nobody's to read.
resource "aws_wafv2_web_acl_logging_configuration" "this" {
  region                  = "us-east-1"
  resource_arn            = aws_wafv2_web_acl.this.arn
  log_destination_configs = [aws_cloudwatch_log_group.firewall.arn]

  redacted_fields {
    single_header {
      name = "authorization"
    }
  }
  redacted_fields {
    single_header {
      name = "cookie"
    }
  }
  logging_filter {
    default_behavior = "DROP"
    filter {
      behavior    = "KEEP"
      requirement = "MEETS_ANY"
      condition {
        action_condition {
          action = "BLOCK"
        }
      }
      condition {
        action_condition {
          action = "COUNT"
        }
      }
    }
  }
}
