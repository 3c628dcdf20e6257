# A customer managed key per kind of data: who may use one key cannot read what another protects.
locals {
  logs = "logs.${var.region}.amazonaws.com"
}

resource "aws_kms_key" "this" {
  region                  = var.region
  multi_region            = var.replica_region != null
  description             = "${var.name}: ${var.purpose}"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  tags                    = var.tags

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [{
        # Hands the decision to IAM, so that a role needs a policy of its own for each key.
        Sid       = "DecidedByIam"
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::${var.account_id}:root" }
        Action    = "kms:*"
        Resource  = "*"
      }],
      [for service in var.services : {
        Sid       = "For${replace(title(replace(service, "/[^a-z0-9]/", " ")), " ", "")}"
        Effect    = "Allow"
        Principal = { Service = service }
        Action    = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"]
        Resource  = "*"
        Condition = service == local.logs ? {
          ArnLike = { "kms:EncryptionContext:aws:logs:arn" = "arn:aws:logs:${var.region}:${var.account_id}:*" }
          } : service == "cloudfront.amazonaws.com" ? {
          ArnLike = { "aws:SourceArn" = "arn:aws:cloudfront::${var.account_id}:distribution/*" }
          } : {
          StringEquals = { "aws:SourceAccount" = var.account_id }
        }
      }],
    )
  })
}

# The same key in another region, which opens there what was wrapped here, also when this region is lost. Whether a key has
# such replicas is decided when it is made (docs/upgrading.md).
resource "aws_kms_replica_key" "this" {
  count                   = var.replica_region == null ? 0 : 1
  region                  = var.replica_region
  primary_key_arn         = aws_kms_key.this.arn
  description             = "${var.name}: ${var.purpose}"
  deletion_window_in_days = 30
  policy                  = aws_kms_key.this.policy
  tags                    = var.tags
}

resource "aws_kms_alias" "this" {
  region        = var.region
  name          = "alias/${var.name}-${var.purpose}"
  target_key_id = aws_kms_key.this.key_id
}
