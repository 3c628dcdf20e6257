mock_provider "aws" {}

variables {
  name       = "lexohub-test"
  purpose    = "queues"
  account_id = "111122223333"
  region     = "af-south-1"
  services   = ["events.amazonaws.com", "logs.af-south-1.amazonaws.com"]
}

run "a_key_is_narrow" {
  assert {
    condition     = aws_kms_key.this.enable_key_rotation
    error_message = "the key is not rotated"
  }
  assert {
    condition     = alltrue([for s in jsondecode(aws_kms_key.this.policy).Statement : try(s.Principal.AWS, "") != "*" && try(s.Principal, "") != "*"])
    error_message = "anybody may use the key"
  }
  assert {
    condition     = alltrue([for s in jsondecode(aws_kms_key.this.policy).Statement : can(s.Condition) if can(s.Principal.Service)])
    error_message = "a service may use the key for other accounts"
  }
  assert {
    condition     = aws_kms_key.this.deletion_window_in_days >= 30
    error_message = "a deleted key is gone before anybody notices"
  }
}

run "a_key_outlives_its_region" {
  variables {
    purpose        = "subjects"
    replica_region = "eu-west-1"
    services       = []
  }
  assert {
    condition     = aws_kms_key.this.multi_region && one(aws_kms_replica_key.this[*].region) == "eu-west-1" && one(aws_kms_replica_key.this[*].primary_key_arn) == aws_kms_key.this.arn
    error_message = "what the key has wrapped is lost with its region"
  }
  assert {
    condition     = one(aws_kms_replica_key.this[*].policy) == aws_kms_key.this.policy && one(aws_kms_replica_key.this[*].deletion_window_in_days) >= 30
    error_message = "the key is guarded less in the other region"
  }
}
