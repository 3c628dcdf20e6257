mock_provider "aws" {}

variables {
  name       = "lexohub-test"
  account_id = "111122223333"
  deployers  = ["arn:aws:iam::111122223333:role/deploy"]
}

run "the_state_is_kept" {
  assert {
    condition     = anytrue([for s in jsondecode(output.policy).Statement : s.Effect == "Deny" && try(s.Condition.ArnNotLike["aws:PrincipalArn"], []) == ["arn:aws:iam::111122223333:role/deploy"]])
    error_message = "others than deployers read secrets in the state"
  }
  assert {
    condition     = output.backend.kms_key_id == module.key.arn
    error_message = "the state is not encrypted with a key of its own"
  }
}
