# Staging: an account of its own, the same parts as production, as small as they go. Locks last a day, so that it can be
# taken down.
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
    key          = "lexohub/staging.tfstate"
    encrypt      = true
    use_lockfile = true
  }
}

provider "aws" {
  region              = var.region
  allowed_account_ids = [var.account_id]
  default_tags {
    tags = { Project = "lexohub", Environment = "lexohub-staging", Owner = "platform", ManagedBy = "terraform" }
  }
}

module "lexohub" {
  source       = "../../stack"
  name         = "lexohub-staging"
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

  threat_protection = false
  protected         = false
  lock_days         = { documents = 1, audit = 1, trail = 1 }
  network           = { nat = "one", endpoint_zones = 1 }

  roles = {
    command    = { cpu = 512, memory = 1024, min = 1, max = 2 }
    process    = { cpu = 512, memory = 1024, min = 1, max = 2 }
    worker     = { cpu = 512, memory = 1024, min = 1, max = 2 }
    projection = { cpu = 512, memory = 1024, min = 1, max = 2 }
    query      = { cpu = 512, memory = 1024, min = 1, max = 2 }
  }

  aurora = {
    capacity         = { min = 0.5, max = 4 }
    readers          = { min = 1, max = 2 }
    most_connections = 400
    proxy            = false
  }
  redis = { node_type = "cache.t4g.small", shards = 1, replicas = 1 }
  opensearch = {
    data_nodes = { type = "t3.small.search", count = 2, gib = 20 }
  }

  # README, cost: small, with a fifth more.
  budget = {
    total = 850
    monthly = {
      "Amazon Relational Database Service" = 175
      "Amazon Virtual Private Cloud"       = 137
      "Amazon Elastic Container Service"   = 115
      "AmazonCloudWatch"                   = 96
      "Amazon OpenSearch Service"          = 92
      "Amazon ElastiCache"                 = 75
      "EC2 - Other"                        = 57
      "Amazon Elastic Load Balancing"      = 34
      "AWS Key Management Service"         = 27
      "AWS WAF"                            = 14
    }
  }
}
