# Production: an account of its own, af-south-1, three zones everywhere, everything protected.
terraform {
  required_version = ">= 1.11"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }

  # The bucket, its key and its policy are made once by state/ (README). The lock is a file beside the state.
  backend "s3" {
    key          = "lexohub/production.tfstate"
    encrypt      = true
    use_lockfile = true
  }
}

provider "aws" {
  region              = var.region
  allowed_account_ids = [var.account_id]
  default_tags {
    tags = { Project = "lexohub", Environment = "lexohub", Owner = "platform", ManagedBy = "terraform" }
  }
}

module "lexohub" {
  source       = "../../stack"
  name         = "lexohub"
  account_id   = var.account_id
  region       = var.region
  copy_region  = var.copy_region
  domain       = var.domain
  mail_domain  = var.mail_domain
  zone_id      = var.zone_id
  certificates = var.certificates
  operators    = var.operators
  image_tag    = var.image_tag
  machines     = var.machines
  restores     = var.restores
  keys         = var.keys
  stopped      = var.stopped

  threat_protection = true
  protected         = true
  lock_days         = { documents = 2922, audit = 3653, trail = 2557 }
  network           = { nat = "each-zone", endpoint_zones = 3 }

  roles = {
    command    = { cpu = 1024, memory = 3072, min = 3, max = 12 }
    process    = { cpu = 1024, memory = 3072, min = 2, max = 6 }
    worker     = { cpu = 1024, memory = 3072, min = 2, max = 20 }
    projection = { cpu = 1024, memory = 3072, min = 2, max = 6 }
    query      = { cpu = 1024, memory = 3072, min = 3, max = 20 }
  }

  aurora = {
    capacity         = { min = 2, max = 64 }
    readers          = { min = 2, max = 15 }
    most_connections = 4000
    proxy            = true
  }
  redis = { node_type = "cache.r7g.large", shards = 1, replicas = 2 }
  opensearch = {
    data_nodes = { type = "r7g.large.search", count = 3, gib = 200 }
    masters    = { type = "m7g.medium.search" }
  }

  # README, cost: at scale, with a fifth more.
  budget = {
    total = 8700
    monthly = {
      "Amazon Relational Database Service" = 3600
      "Amazon OpenSearch Service"          = 950
      "Amazon Elastic Container Service"   = 800
      "Amazon ElastiCache"                 = 750
      "AmazonCloudWatch"                   = 620
      "Amazon Virtual Private Cloud"       = 420
      "Amazon CloudFront"                  = 350
      "Amazon API Gateway"                 = 290
      "Amazon Cognito"                     = 240
      "EC2 - Other"                        = 220
      "AWS WAF"                            = 160
      "Amazon Simple Storage Service"      = 130
      "Amazon Elastic Load Balancing"      = 80
      "AWS Backup"                         = 75
      "AWS Key Management Service"         = 48
      "Amazon DynamoDB"                    = 40
      "Amazon Simple Email Service"        = 25
      "Amazon Simple Queue Service"        = 15
    }
  }
}
