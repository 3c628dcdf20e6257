output "issuer" {
  description = "lexohub.security.issuer."
  value       = "https://cognito-idp.${var.region}.amazonaws.com/${aws_cognito_user_pool.this.id}"
}

output "client_ids" {
  description = "lexohub.security.audiences: an access token of Cognito names its client, not an audience."
  value       = concat([aws_cognito_user_pool_client.web.id], [for client in aws_cognito_user_pool_client.machine : client.id])
}

output "user_pool_arn" {
  description = "The pool."
  value       = aws_cognito_user_pool.this.arn
}

output "login_domain" {
  description = "Where people log in."
  value       = "${aws_cognito_user_pool_domain.this.domain}.auth.${var.region}.amazoncognito.com"
}
