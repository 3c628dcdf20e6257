mock_provider "aws" {}

variables {
  name          = "lexohub-test"
  account_id    = "111122223333"
  region        = "af-south-1"
  callback_urls = ["https://app.lexohub.example/signed-in"]
  logout_urls   = ["https://app.lexohub.example/"]
  machines      = { warehouse = { tenant = "7a1d0c5e-0001-4000-8000-000000000001", roles = ["analyst"] } }
  mail          = { identity_arn = "arn:aws:ses:af-south-1:111122223333:identity/lexohub.example", from = "LexoHub <accounts@lexohub.example>" }
}

run "people_are_who_they_say" {
  assert {
    condition     = length(setsubtract(["advocate-junior", "advocate-senior", "chambers-admin", "clerk", "attorney", "auditor", "analyst", "admin"], [for g in aws_cognito_user_group.this : g.name])) == 0
    error_message = "a role of the application has no group"
  }
  assert {
    condition     = one(aws_cognito_user_pool.this.admin_create_user_config).allow_admin_create_user_only
    error_message = "strangers can register"
  }
  assert {
    condition     = aws_cognito_user_pool.this.mfa_configuration == "ON"
    error_message = "a password alone is enough"
  }
  assert {
    condition     = one(aws_cognito_user_pool.this.password_policy).minimum_length >= 12
    error_message = "short passwords are taken"
  }
  assert {
    condition     = aws_cognito_user_pool.this.deletion_protection == "ACTIVE"
    error_message = "everybody's login can be deleted in passing"
  }
  assert {
    condition     = alltrue([for s in aws_cognito_user_pool.this.schema : !s.mutable if s.name == "tenant"]) && !contains(aws_cognito_user_pool_client.web.write_attributes, "custom:tenant")
    error_message = "a person can move into somebody else's books"
  }
  assert {
    condition     = aws_cognito_user_pool_client.web.generate_secret == false && aws_cognito_user_pool_client.web.allowed_oauth_flows == toset(["code"])
    error_message = "the browser keeps a secret or gets tokens in its address"
  }
  assert {
    condition     = aws_cognito_user_pool_client.web.refresh_token_validity == 24 && aws_cognito_user_pool_client.web.access_token_validity <= 15 && aws_cognito_user_pool_client.web.enable_token_revocation
    error_message = "a session outlives its day"
  }
  assert {
    condition     = aws_cognito_user_pool_client.machine["warehouse"].allowed_oauth_flows == toset(["client_credentials"]) && aws_cognito_user_pool_client.machine["warehouse"].allowed_oauth_scopes == toset(["tenant/7a1d0c5e-0001-4000-8000-000000000001", "role/analyst"])
    error_message = "a machine gets more than its books and roles"
  }
  assert {
    condition     = one(one(aws_cognito_user_pool.this.lambda_config).pre_token_generation_config).lambda_version == "V3_0"
    error_message = "a machine's token has no claims"
  }
  assert {
    condition     = aws_lambda_permission.claims.source_arn == aws_cognito_user_pool.this.arn && !strcontains(aws_cloudformation_stack.claims.template_body, "\"Resource\":\"*\"")
    error_message = "the claims function is called by others or may do more than log"
  }
}
