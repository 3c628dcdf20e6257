terraform {
  required_version = ">= 1.11"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
      # Certificates and firewalls of CloudFront live in us-east-1.
      configuration_aliases = [aws.global]
    }
  }
}
