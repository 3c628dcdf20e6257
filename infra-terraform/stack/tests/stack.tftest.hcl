mock_provider "aws" {
  mock_data "aws_availability_zones" {
    defaults = {
      names = ["af-south-1a", "af-south-1b", "af-south-1c"]
    }
  }
  mock_data "aws_secretsmanager_random_password" {
    defaults = {
      random_password = "made-up-for-the-test"
    }
  }
  mock_resource "aws_apigatewayv2_api" {
    defaults = {
      api_endpoint = "https://abc.execute-api.af-south-1.amazonaws.com"
    }
  }
  mock_resource "aws_sqs_queue" {
    defaults = {
      arn = "arn:aws:sqs:af-south-1:111122223333:a-queue"
    }
  }
}
variables {
  account_id        = "111122223333"
  domain            = "app.lexohub.example"
  mail_domain       = "lexohub.example"
  operators         = ["operators@lexohub.example"]
  image_tag         = "1.0.0"
  certificates      = { global = "arn:aws:acm:us-east-1:111122223333:certificate/1", region = "arn:aws:acm:af-south-1:111122223333:certificate/2" }
  name              = "lexohub-test"
  region            = "af-south-1"
  copy_region       = "eu-west-1"
  network           = { nat = "one", endpoint_zones = 1 }
  redis             = { node_type = "cache.t4g.small", shards = 1, replicas = 1 }
  opensearch        = { data_nodes = { type = "t3.small.search", count = 2, gib = 20 } }
  aurora            = { capacity = { min = 0.5, max = 4 }, readers = { min = 1, max = 2 }, most_connections = 400, proxy = false }
  lock_days         = { documents = 1, audit = 1, trail = 1 }
  threat_protection = false
  protected         = true
  budget            = { total = 100, monthly = { "AmazonCloudWatch" = 10 } }
  roles = {
    command    = { cpu = 512, memory = 1024, min = 1, max = 2 }
    process    = { cpu = 512, memory = 1024, min = 1, max = 2 }
    worker     = { cpu = 512, memory = 1024, min = 1, max = 2 }
    projection = { cpu = 512, memory = 1024, min = 1, max = 2 }
    query      = { cpu = 512, memory = 1024, min = 1, max = 2 }
  }
}

run "the_parts_fit" {
  assert {
    condition     = toset(keys(output.told)) == toset(["command", "process", "worker", "projection", "query"])
    error_message = "a role has no service"
  }
  assert {
    condition     = alltrue([for role, names in output.told : length(setsubtract(["SPRING_PROFILES_ACTIVE", "SPRING_DATASOURCE_URL", "SPRING_DATASOURCE_PASSWORD", "LEXOHUB_S3_BUCKET", "LEXOHUB_S3_AUDITBUCKET", "LEXOHUB_KEYS_DIRECTORY", "LEXOHUB_SECURITY_ISSUER", "LEXOHUB_SECURITY_AUDIENCES", "LEXOHUB_PUBLICURL", "LEXOHUB_AUDIT_ORIGIN"], names)) == 0])
    error_message = "a role lacks what all need"
  }
  assert {
    condition     = startswith(output.websocket.manage, "https://") && endswith(output.websocket.arn, "/live")
    error_message = "nobody can post to a connection"
  }
}
