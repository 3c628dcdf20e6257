# A customer managed key per kind of data: who may use one key cannot read what another protects.
locals {
  logs = "logs.${var.region}.amazonaws.com"
}

resource "aws_kms_key" "this" {
  region                  = var.region
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

resource "aws_kms_alias" "this" {
  region        = var.region
  name          = "alias/${var.name}-${var.purpose}"
  target_key_id = aws_kms_key.this.key_id
}
