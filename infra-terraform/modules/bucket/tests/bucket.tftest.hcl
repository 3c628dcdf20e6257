mock_provider "aws" {}

variables {
  bucket      = "lexohub-test-something"
  kms_key_arn = "arn:aws:kms:af-south-1:111122223333:key/1"
  lock        = { mode = "COMPLIANCE", days = 10 }
}

run "a_bucket_is_private" {
  assert {
    condition     = alltrue([aws_s3_bucket_public_access_block.this.block_public_acls, aws_s3_bucket_public_access_block.this.block_public_policy, aws_s3_bucket_public_access_block.this.ignore_public_acls, aws_s3_bucket_public_access_block.this.restrict_public_buckets])
    error_message = "the bucket can become public"
  }
  assert {
    condition     = alltrue([for r in aws_s3_bucket_server_side_encryption_configuration.this.rule : one(r.apply_server_side_encryption_by_default).sse_algorithm == "aws:kms"])
    error_message = "objects are not encrypted with a key of ours"
  }
  assert {
    condition     = one(aws_s3_bucket_versioning.this.versioning_configuration).status == "Enabled"
    error_message = "what is overwritten is lost"
  }
  assert {
    condition     = aws_s3_bucket.this.object_lock_enabled && one(one(one(aws_s3_bucket_object_lock_configuration.this).rule).default_retention).mode == "COMPLIANCE"
    error_message = "the lock is off"
  }
  assert {
    condition     = anytrue([for s in jsondecode(aws_s3_bucket_policy.this.policy).Statement : s.Effect == "Deny" && try(s.Condition.Bool["aws:SecureTransport"], "") == "false"])
    error_message = "objects travel in clear"
  }
  assert {
    condition     = one(aws_s3_bucket_ownership_controls.this.rule).object_ownership == "BucketOwnerEnforced"
    error_message = "access lists of objects count"
  }
  assert {
    condition     = aws_s3_bucket.this.force_destroy == false
    error_message = "removing the configuration removes the objects"
  }
}
