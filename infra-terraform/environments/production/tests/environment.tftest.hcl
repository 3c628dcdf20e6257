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
  account_id   = "111122223333"
  domain       = "app.lexohub.example"
  mail_domain  = "lexohub.example"
  operators    = ["operators@lexohub.example"]
  image_tag    = "1.0.0"
  keys         = { master = "kms", signing = ["1", "2"] }
  certificates = { global = "arn:aws:acm:us-east-1:111122223333:certificate/1", region = "arn:aws:acm:af-south-1:111122223333:certificate/2" }
}

run "the_whole_stands" {
  assert {
    condition     = output.lexohub.bus.name == "lexohub-events"
    error_message = "the plan's bus has another name"
  }
  assert {
    condition     = output.lexohub.locks.documents.days >= 2922 && output.lexohub.locks.audit.days >= 3650 && output.lexohub.locks.documents.mode == "COMPLIANCE"
    error_message = "papers of production go too early"
  }
  assert {
    condition     = length(output.lexohub.keys_there.signing) == 2
    error_message = "other keys are used than were chosen"
  }
}
