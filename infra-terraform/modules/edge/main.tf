# What the world sees: one name. CloudFront takes the front end from S3, the API from API Gateway, and what runs longer than
# the gateway's 30 seconds from the balancer itself. Shield Standard is part of CloudFront.
locals {
  # Managed by AWS, the same in every account.
  caching_optimized      = "658327ea-f89d-4fab-a63d-7e88639e58f6"
  caching_disabled       = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
  all_viewer             = "216adef6-5c7f-47e4-b989-5492eafa07d3"
  all_viewer_except_host = "b689b0a8-53d0-40ab-baf2-68738e2966ac"

  methods = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]

  # First match wins. Streams, exports and packs may take longer than API Gateway waits.
  behaviors = [
    { path = "/api/v1/stream", origin = "balancer" },
    { path = "/api/v1/audit/*", origin = "balancer" },
    { path = "/api/v1/exports/*", origin = "balancer" },
    { path = "/api/v1/reports/*", origin = "balancer" },
    { path = "/api/v1/*", origin = "gateway" },
    { path = "/openapi.json", origin = "gateway" },
    { path = "/problems*", origin = "gateway" },
    { path = "/docs*", origin = "gateway" },
  ]
}

module "key" {
  source     = "../key"
  name       = var.name
  purpose    = "edge"
  account_id = var.account_id
  region     = var.region
  services   = ["cloudfront.amazonaws.com", "logs.${var.region}.amazonaws.com"]
  tags       = var.tags
}

module "frontend" {
  source            = "../bucket"
  bucket            = "${var.name}-frontend-${var.account_id}"
  kms_key_arn       = module.key.arn
  access_log_bucket = var.access_log_bucket
  tags              = var.tags

  statements = [{
    Sid       = "CloudFrontReads"
    Effect    = "Allow"
    Principal = { Service = "cloudfront.amazonaws.com" }
    Action    = "s3:GetObject"
    Resource  = "arn:aws:s3:::${var.name}-frontend-${var.account_id}/*"
    Condition = { StringEquals = { "aws:SourceArn" = aws_cloudfront_distribution.this.arn } }
  }]
}

resource "aws_cloudfront_origin_access_control" "frontend" {
  name                              = "${var.name}-frontend"
  description                       = "CloudFront signs what it asks of the bucket"
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}

resource "aws_cloudfront_vpc_origin" "balancer" {
  tags = var.tags
  vpc_origin_endpoint_config {
    name                   = "${var.name}-balancer"
    arn                    = var.balancer.arn
    http_port              = 80
    https_port             = 443
    origin_protocol_policy = "https-only"
    origin_ssl_protocols {
      items    = ["TLSv1.2"]
      quantity = 1
    }
  }
}

# A page of the front end is an address without a dot; the router in the browser does the rest. A page of errors by status
# would hide the API's own 403 and 404.
resource "aws_cloudfront_function" "pages" {
  name    = "${var.name}-pages"
  runtime = "cloudfront-js-2.0"
  publish = true
  comment = "addresses without a dot are the application's"
  code    = <<-JS
    function handler(event) {
      var request = event.request;
      if (!request.uri.split('/').pop().includes('.')) request.uri = '/index.html';
      return request;
    }
  JS
}

# Who asks. A policy that leaves out the host, as API Gateway needs it, cannot add CloudFront's own headers, so this one is
# written here, whatever the viewer wrote into it. The application believes it of a request that brings the edge's secret.
resource "aws_cloudfront_function" "viewer" {
  name    = "${var.name}-viewer"
  runtime = "cloudfront-js-2.0"
  publish = true
  comment = "tells the application the viewer's address"
  code    = <<-JS
    function handler(event) {
      var request = event.request;
      request.headers['x-lexohub-viewer'] = { value: event.viewer.ip };
      return request;
    }
  JS
}

resource "aws_cloudfront_response_headers_policy" "this" {
  name    = "${var.name}-security"
  comment = "what a browser may do with our pages"

  security_headers_config {
    strict_transport_security {
      access_control_max_age_sec = 63072000
      include_subdomains         = true
      preload                    = true
      override                   = true
    }
    content_security_policy {
      content_security_policy = join("; ", [
        "default-src 'self'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self'",
        "connect-src 'self' ${var.upload_origin} ${var.login_origin} ${replace(aws_apigatewayv2_api.websocket.api_endpoint, "https://", "wss://")}",
        "frame-ancestors 'none'", "base-uri 'self'", "form-action 'self' ${var.login_origin}", "object-src 'none'",
      ])
      # The API's description page brings its own.
      override = false
    }
    content_type_options {
      override = true
    }
    frame_options {
      frame_option = "DENY"
      override     = true
    }
    referrer_policy {
      referrer_policy = "no-referrer"
      override        = true
    }
  }
}

resource "aws_cloudfront_distribution" "this" {
  enabled             = true
  comment             = var.name
  aliases             = [var.domain]
  default_root_object = "index.html"
  http_version        = "http2and3"
  is_ipv6_enabled     = true
  price_class         = "PriceClass_All"
  web_acl_id          = aws_wafv2_web_acl.this.arn
  tags                = var.tags

  origin {
    origin_id                = "frontend"
    domain_name              = module.frontend.domain_name
    origin_access_control_id = aws_cloudfront_origin_access_control.frontend.id
  }

  origin {
    origin_id   = "gateway"
    domain_name = replace(aws_apigatewayv2_api.http.api_endpoint, "https://", "")
    custom_header {
      name  = var.edge_header.name
      value = var.edge_header.value
    }
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
      origin_read_timeout    = 35
    }
  }

  origin {
    origin_id   = "balancer"
    domain_name = var.balancer.dns_name
    custom_header {
      name  = var.edge_header.name
      value = var.edge_header.value
    }
    vpc_origin_config {
      vpc_origin_id = aws_cloudfront_vpc_origin.balancer.id
      # Between two packets; a stream says something every 15 s.
      origin_read_timeout      = 60
      origin_keepalive_timeout = 60
    }
  }

  default_cache_behavior {
    target_origin_id           = "frontend"
    allowed_methods            = ["GET", "HEAD", "OPTIONS"]
    cached_methods             = ["GET", "HEAD"]
    viewer_protocol_policy     = "redirect-to-https"
    cache_policy_id            = local.caching_optimized
    response_headers_policy_id = aws_cloudfront_response_headers_policy.this.id
    compress                   = true
    function_association {
      event_type   = "viewer-request"
      function_arn = aws_cloudfront_function.pages.arn
    }
  }

  dynamic "ordered_cache_behavior" {
    for_each = local.behaviors
    content {
      path_pattern               = ordered_cache_behavior.value.path
      target_origin_id           = ordered_cache_behavior.value.origin
      allowed_methods            = local.methods
      cached_methods             = ["GET", "HEAD"]
      viewer_protocol_policy     = "https-only"
      cache_policy_id            = local.caching_disabled
      response_headers_policy_id = aws_cloudfront_response_headers_policy.this.id
      # The balancer's certificate is the domain's, so it is asked by that name.
      origin_request_policy_id = ordered_cache_behavior.value.origin == "balancer" ? local.all_viewer : local.all_viewer_except_host
      compress                 = ordered_cache_behavior.value.path != "/api/v1/stream"
      function_association {
        event_type   = "viewer-request"
        function_arn = aws_cloudfront_function.viewer.arn
      }
    }
  }

  viewer_certificate {
    acm_certificate_arn      = var.certificate_arn
    minimum_protocol_version = "TLSv1.2_2021"
    ssl_support_method       = "sni-only"
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }
}

resource "aws_route53_record" "this" {
  for_each = var.zone_id == null ? toset([]) : toset(["A", "AAAA"])
  zone_id  = var.zone_id
  name     = var.domain
  type     = each.key
  alias {
    name                   = aws_cloudfront_distribution.this.domain_name
    zone_id                = aws_cloudfront_distribution.this.hosted_zone_id
    evaluate_target_health = false
  }
}
