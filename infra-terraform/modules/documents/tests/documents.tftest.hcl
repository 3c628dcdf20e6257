mock_provider "aws" {}

variables {
  name       = "lexohub-test"
  account_id = "111122223333"
  region     = "af-south-1"
  origins    = ["https://app.lexohub.example"]
}

run "papers_are_kept_as_long_as_the_law_says" {
  assert {
    condition     = output.locks.documents.mode == "COMPLIANCE" && output.locks.audit.mode == "COMPLIANCE"
    error_message = "an administrator can remove papers or evidence"
  }
  assert {
    condition     = output.locks.documents.days >= 7 * 365 + 2 + 365
    error_message = "papers may go before seven years from the last entry are over"
  }
  assert {
    condition     = output.locks.audit.days > output.locks.documents.days
    error_message = "evidence goes before what it proves"
  }
  assert {
    condition     = anytrue([for s in jsondecode(output.policies.documents).Statement : s.Effect == "Deny" && can(s.Condition.NumericLessThan["s3:object-lock-remaining-retention-days"])])
    error_message = "a writer may ask for a shorter lock"
  }
  assert {
    condition     = anytrue([for s in jsondecode(output.policies.documents).Statement : s.Effect == "Deny" && try(s.Sid, "") == "OurKeyOnly"])
    error_message = "a paper may be encrypted with somebody else's key"
  }
  assert {
    condition     = anytrue([for s in jsondecode(output.policies.audit).Statement : s.Effect == "Deny" && contains(flatten([s.Action]), "s3:DeleteObjectVersion")])
    error_message = "evidence can be removed once its lock is over"
  }
  assert {
    condition     = anytrue([for r in aws_s3_bucket_lifecycle_configuration.documents.rule : anytrue([for t in r.transition : t.storage_class == "INTELLIGENT_TIERING"])])
    error_message = "papers nobody reads cost as much as new ones"
  }
  assert {
    condition     = alltrue([for r in aws_s3_bucket_cors_configuration.documents.cors_rule : !contains(r.allowed_origins, "*")])
    error_message = "any page may upload"
  }
}
