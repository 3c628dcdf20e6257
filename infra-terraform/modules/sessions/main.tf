# Who is logged in, and which WebSocket belongs to whom. Both forget by themselves; both survive a mistake.
locals {
  tables = {
    # A user's sessions, newest by id; at most five, listed and revoked by the user.
    sessions = { hash = "userId", range = "sessionId", index = null }
    # Open WebSocket connections; a fan-out asks for those of a tenant.
    connections = { hash = "connectionId", range = null, index = "tenantId" }
  }
}

module "key" {
  source     = "../key"
  name       = var.name
  purpose    = "sessions"
  account_id = var.account_id
  region     = var.region
  tags       = var.tags
}

resource "aws_dynamodb_table" "this" {
  for_each                    = local.tables
  name                        = "${var.name}-${each.key}"
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = each.value.hash
  range_key                   = each.value.range
  deletion_protection_enabled = var.protected
  tags                        = var.tags

  dynamic "attribute" {
    for_each = toset([for key in [each.value.hash, each.value.range, each.value.index] : key if key != null])
    content {
      name = attribute.value
      type = "S"
    }
  }

  dynamic "global_secondary_index" {
    for_each = each.value.index == null ? [] : [each.value.index]
    content {
      name            = "by-${global_secondary_index.value}"
      hash_key        = global_secondary_index.value
      projection_type = "ALL"
    }
  }

  # Seconds since 1970; DynamoDB removes what has passed within days, so readers look at it too.
  ttl {
    attribute_name = "expiresAt"
    enabled        = true
  }

  point_in_time_recovery {
    enabled = true
  }

  server_side_encryption {
    enabled     = true
    kms_key_arn = module.key.arn
  }
}
