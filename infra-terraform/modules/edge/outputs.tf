output "distribution_id" {
  description = "For invalidations after a release of the front end."
  value       = aws_cloudfront_distribution.this.id
}

output "distribution_domain" {
  description = "What the domain's record points at, where DNS is elsewhere."
  value       = aws_cloudfront_distribution.this.domain_name
}

output "frontend_bucket" {
  description = "Where the front end's build goes."
  value       = module.frontend.id
}

output "websocket" {
  description = "Where clients connect, where the application posts, and the right to."
  value = {
    url    = "${aws_apigatewayv2_api.websocket.api_endpoint}/${aws_apigatewayv2_stage.websocket.name}"
    manage = replace("${aws_apigatewayv2_api.websocket.api_endpoint}/${aws_apigatewayv2_stage.websocket.name}", "wss://", "https://")
    arn    = "${aws_apigatewayv2_api.websocket.execution_arn}/${aws_apigatewayv2_stage.websocket.name}"
  }
}

output "frontend_policy" {
  description = "Who reads the front end's bucket."
  value       = module.frontend.policy
}
