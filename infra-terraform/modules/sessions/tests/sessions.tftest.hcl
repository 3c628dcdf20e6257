mock_provider "aws" {}

variables {
  name       = "lexohub-test"
  account_id = "111122223333"
  region     = "af-south-1"
}

run "sessions_end_and_survive" {
  assert {
    condition     = alltrue([for t in aws_dynamodb_table.this : one(t.ttl).enabled && one(t.ttl).attribute_name == "expiresAt"])
    error_message = "a session lives for ever"
  }
  assert {
    condition     = alltrue([for t in aws_dynamodb_table.this : one(t.point_in_time_recovery).enabled])
    error_message = "a mistake cannot be taken back"
  }
  assert {
    condition     = alltrue([for t in aws_dynamodb_table.this : one(t.server_side_encryption).enabled && one(t.server_side_encryption).kms_key_arn == module.key.arn])
    error_message = "sessions are not encrypted with a key of ours"
  }
  assert {
    condition     = alltrue([for t in aws_dynamodb_table.this : t.deletion_protection_enabled])
    error_message = "a table can be deleted in passing"
  }
  assert {
    condition     = length(aws_dynamodb_table.this["connections"].global_secondary_index) == 1
    error_message = "a fan-out reads every connection"
  }
}
