# Once per account, before everything else: where Terraform keeps its state. Its own state is a file that is moved into the
# bucket afterwards (README).
provider "aws" {
  region              = var.region
  allowed_account_ids = [var.account_id]
  default_tags {
    tags = { Project = "lexohub", Environment = var.name, Owner = "platform", ManagedBy = "terraform" }
  }
}

module "key" {
  source     = "../modules/key"
  name       = var.name
  purpose    = "state"
  account_id = var.account_id
  region     = var.region
}

# Versioned, because a state that is lost or written over is worse than none. The state holds secrets: nobody but those who
# deploy may read it, whatever their other rights are.
module "bucket" {
  source      = "../modules/bucket"
  bucket      = "${var.name}-terraform-${var.account_id}"
  kms_key_arn = module.key.arn
  statements = [{
    Sid       = "DeployersOnly"
    Effect    = "Deny"
    Principal = "*"
    Action    = ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject", "s3:DeleteObject"]
    Resource  = "arn:aws:s3:::${var.name}-terraform-${var.account_id}/*"
    Condition = { ArnNotLike = { "aws:PrincipalArn" = var.deployers } }
  }]
}
