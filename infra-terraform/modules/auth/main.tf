# Who people are. Groups are LexoHub's roles; a function, the one place where only a Lambda will do, turns them into the
# claims that LexoHub asks for (docs/adr/0031).
locals {
  roles = {
    advocate-junior = "an advocate; does not withdraw, void or reverse"
    advocate-senior = "an advocate"
    chambers-admin  = "runs the office"
    clerk           = "enters work and payments"
    attorney        = "briefs the advocate; sees what was granted"
    auditor         = "reads all history, commands nothing"
    analyst         = "reads projections without people"
    admin           = "operates"
  }
  function     = "${var.name}-claims"
  function_arn = "arn:aws:lambda:${var.region}:${var.account_id}:function:${local.function}"
  tenants      = toset([for machine in var.machines : machine.tenant])
}

module "key" {
  source     = "../key"
  name       = var.name
  purpose    = "auth"
  account_id = var.account_id
  region     = var.region
  services   = ["logs.${var.region}.amazonaws.com"]
  tags       = var.tags
}

# A stack, because it takes the function's few lines as they are; Terraform itself would want an archive.
resource "aws_cloudformation_stack" "claims" {
  name         = local.function
  capabilities = ["CAPABILITY_NAMED_IAM"]
  tags         = var.tags
  template_body = jsonencode({
    Resources = {
      Log = {
        Type       = "AWS::Logs::LogGroup"
        Properties = { LogGroupName = "/aws/lambda/${local.function}", RetentionInDays = 90, KmsKeyId = module.key.arn }
      }
      Role = {
        Type = "AWS::IAM::Role"
        Properties = {
          RoleName = local.function
          AssumeRolePolicyDocument = {
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }]
          }
          Policies = [{
            PolicyName = "log"
            PolicyDocument = {
              Version = "2012-10-17"
              Statement = [{
                Effect   = "Allow"
                Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
                Resource = "arn:aws:logs:${var.region}:${var.account_id}:log-group:/aws/lambda/${local.function}:*"
              }]
            }
          }]
        }
      }
      Claims = {
        Type      = "AWS::Lambda::Function"
        DependsOn = ["Log"]
        Properties = {
          FunctionName  = local.function
          Description   = "tenant and roles in LexoHub's access tokens"
          Runtime       = "nodejs22.x"
          Architectures = ["arm64"]
          Handler       = "index.handler"
          Timeout       = 5
          MemorySize    = 128
          Role          = { "Fn::GetAtt" = ["Role", "Arn"] }
          Code          = { ZipFile = file("${path.module}/claims/index.js") }
        }
      }
    }
  })
}

resource "aws_lambda_permission" "claims" {
  statement_id   = "cognito"
  action         = "lambda:InvokeFunction"
  function_name  = local.function
  principal      = "cognito-idp.amazonaws.com"
  source_account = var.account_id
  source_arn     = aws_cognito_user_pool.this.arn
}

resource "aws_cognito_user_pool" "this" {
  name                     = var.name
  user_pool_tier           = var.plus ? "PLUS" : "ESSENTIALS"
  deletion_protection      = var.protected ? "ACTIVE" : "INACTIVE"
  username_attributes      = ["email"]
  auto_verified_attributes = ["email"]
  mfa_configuration        = "ON"
  tags                     = var.tags

  software_token_mfa_configuration {
    enabled = true
  }

  password_policy {
    minimum_length                   = 12
    require_lowercase                = true
    require_uppercase                = true
    require_numbers                  = true
    require_symbols                  = false
    password_history_size            = 5
    temporary_password_validity_days = 3
  }

  # People are invited: a stranger has no books here.
  admin_create_user_config {
    allow_admin_create_user_only = true
  }

  account_recovery_setting {
    recovery_mechanism {
      name     = "verified_email"
      priority = 1
    }
  }

  # Whose books; written once, by an administrator.
  schema {
    name                = "tenant"
    attribute_data_type = "String"
    mutable             = false
    required            = false
    string_attribute_constraints {
      min_length = 1
      max_length = 64
    }
  }

  user_attribute_update_settings {
    attributes_require_verification_before_update = ["email"]
  }

  email_configuration {
    email_sending_account = "DEVELOPER"
    source_arn            = var.mail.identity_arn
    from_email_address    = var.mail.from
  }

  user_pool_add_ons {
    advanced_security_mode = var.plus ? "ENFORCED" : "OFF"
  }

  lambda_config {
    pre_token_generation_config {
      lambda_arn     = local.function_arn
      lambda_version = "V3_0"
    }
  }

  depends_on = [aws_cloudformation_stack.claims]
}

resource "aws_cognito_user_group" "this" {
  for_each     = local.roles
  name         = each.key
  description  = each.value
  user_pool_id = aws_cognito_user_pool.this.id
}

resource "aws_cognito_user_pool_domain" "this" {
  domain                = "${var.name}-${var.account_id}"
  user_pool_id          = aws_cognito_user_pool.this.id
  managed_login_version = 2
}

# The front end: a code with PKCE, no secret. Sessions end after a day, and after half an hour without a refresh the
# application ends them (sessions).
resource "aws_cognito_user_pool_client" "web" {
  name                                 = "${var.name}-web"
  user_pool_id                         = aws_cognito_user_pool.this.id
  generate_secret                      = false
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = ["code"]
  allowed_oauth_scopes                 = ["openid", "email"]
  explicit_auth_flows                  = ["ALLOW_USER_SRP_AUTH"]
  supported_identity_providers         = ["COGNITO"]
  callback_urls                        = var.callback_urls
  logout_urls                          = var.logout_urls
  prevent_user_existence_errors        = "ENABLED"
  enable_token_revocation              = true
  read_attributes                      = ["email", "email_verified", "name", "custom:tenant"]
  write_attributes                     = ["name"]
  access_token_validity                = 15
  id_token_validity                    = 15
  refresh_token_validity               = 24

  token_validity_units {
    access_token  = "minutes"
    id_token      = "minutes"
    refresh_token = "hours"
  }

  # The flow ALLOW_REFRESH_TOKEN_AUTH and rotation exclude each other.
  refresh_token_rotation {
    feature                    = "ENABLED"
    retry_grace_period_seconds = 10
  }
}

# A machine's books and roles are the scopes it was given.
resource "aws_cognito_resource_server" "role" {
  identifier   = "role"
  name         = "Roles"
  user_pool_id = aws_cognito_user_pool.this.id
  dynamic "scope" {
    for_each = local.roles
    content {
      scope_name        = scope.key
      scope_description = scope.value
    }
  }
}

resource "aws_cognito_resource_server" "tenant" {
  count        = length(local.tenants) == 0 ? 0 : 1
  identifier   = "tenant"
  name         = "Books"
  user_pool_id = aws_cognito_user_pool.this.id
  dynamic "scope" {
    for_each = local.tenants
    content {
      scope_name        = scope.value
      scope_description = "the books of ${scope.value}"
    }
  }
}

resource "aws_cognito_user_pool_client" "machine" {
  for_each                             = var.machines
  name                                 = "${var.name}-${each.key}"
  user_pool_id                         = aws_cognito_user_pool.this.id
  generate_secret                      = true
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = ["client_credentials"]
  allowed_oauth_scopes                 = concat(["tenant/${each.value.tenant}"], [for role in each.value.roles : "role/${role}"])
  enable_token_revocation              = true
  access_token_validity                = 15

  token_validity_units {
    access_token = "minutes"
  }

  depends_on = [aws_cognito_resource_server.role, aws_cognito_resource_server.tenant]
}
