# Papers of the practices, and the checkpoints and tiles that prove the log.
#
# Papers are sealed under keys of those whom they name before they come here: erasing a person destroys keys, so the lock
# and POPIA s14 do not meet. The lock is as long as the longest law for an issued document; a later last entry or an audit
# extends it per object, which a lock always allows.
locals {
  documents_bucket = "${var.name}-documents-${var.account_id}"
  audit_bucket     = "${var.name}-audit-${var.account_id}"
}

module "key" {
  source     = "../key"
  name       = var.name
  purpose    = "documents"
  account_id = var.account_id
  region     = var.region
  tags       = var.tags
}

module "documents" {
  source            = "../bucket"
  bucket            = local.documents_bucket
  kms_key_arn       = module.key.arn
  lock              = { mode = "COMPLIANCE", days = var.document_lock_days }
  access_log_bucket = var.access_log_bucket
  tags              = var.tags

  # What an upload's ticket signs is a checksum and a type; encryption is the bucket's. Another key than ours is refused.
  statements = [{
    Sid       = "OurKeyOnly"
    Effect    = "Deny"
    Principal = "*"
    Action    = "s3:PutObject"
    Resource  = "arn:aws:s3:::${local.documents_bucket}/*"
    Condition = {
      StringNotEqualsIfExists = { "s3:x-amz-server-side-encryption-aws-kms-key-id" = module.key.arn }
      Null                    = { "s3:x-amz-server-side-encryption-aws-kms-key-id" = "false" }
    }
    }, {
    # A lock shorter than the bucket's would let a paper go too early.
    Sid       = "NoShorterLock"
    Effect    = "Deny"
    Principal = "*"
    Action    = ["s3:PutObject", "s3:PutObjectRetention"]
    Resource  = "arn:aws:s3:::${local.documents_bucket}/*"
    Condition = { NumericLessThan = { "s3:object-lock-remaining-retention-days" = var.document_lock_days - 1 } }
  }]
}

# Papers are read in the first weeks and then hardly ever. No archive tier: it would answer a reader after hours.
resource "aws_s3_bucket_lifecycle_configuration" "documents" {
  bucket = module.documents.id

  rule {
    id     = "tier"
    status = "Enabled"
    filter {}
    transition {
      days          = 0
      storage_class = "INTELLIGENT_TIERING"
    }
  }

  rule {
    id     = "leftovers"
    status = "Enabled"
    filter {}
    abort_incomplete_multipart_upload {
      days_after_initiation = 2
    }
    # What an erasure's empty mark has overwritten goes as soon as its lock is over.
    noncurrent_version_expiration {
      noncurrent_days = 1
    }
  }
}

# Browsers put added documents with a signed ticket, from the front end's origin alone.
resource "aws_s3_bucket_cors_configuration" "documents" {
  bucket = module.documents.id
  cors_rule {
    allowed_methods = ["PUT", "GET", "HEAD"]
    allowed_origins = var.origins
    allowed_headers = ["content-type", "content-length", "if-none-match", "x-amz-checksum-sha256", "x-amz-sdk-checksum-algorithm"]
    expose_headers  = ["etag"]
    max_age_seconds = 3600
  }
}

module "audit" {
  source            = "../bucket"
  bucket            = local.audit_bucket
  kms_key_arn       = module.key.arn
  lock              = { mode = "COMPLIANCE", days = var.audit_lock_days }
  access_log_bucket = var.access_log_bucket
  tags              = var.tags

  # Evidence is added to, never taken away, whoever asks.
  statements = [{
    Sid       = "NothingIsRemoved"
    Effect    = "Deny"
    Principal = "*"
    Action    = ["s3:DeleteObject", "s3:DeleteObjectVersion", "s3:BypassGovernanceRetention", "s3:PutLifecycleConfiguration"]
    Resource  = ["arn:aws:s3:::${local.audit_bucket}", "arn:aws:s3:::${local.audit_bucket}/*"]
  }]
}
