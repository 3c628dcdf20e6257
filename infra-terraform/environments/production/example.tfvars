account_id  = "111122223333"
domain      = "app.lexohub.example"
mail_domain = "lexohub.example"
operators   = ["operators@lexohub.example"]
image_tag   = "1.0.0"
certificates = {
  global = "arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-0000-0000-000000000000"
  region = "arn:aws:acm:af-south-1:111122223333:certificate/00000000-0000-0000-0000-000000000000"
}
machines = {
  warehouse = { tenant = "7a1d0c5e-0001-4000-8000-000000000001", roles = ["analyst"] }
}
# A new installation. One that has its keys in files begins with master = "file", signing = [] (docs/upgrading.md).
keys = { master = "kms", signing = ["1"] }
