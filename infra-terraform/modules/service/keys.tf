# The master key: wraps the keys of people's data, which are useless without it.
module "subjects_key" {
  source     = "../key"
  name       = var.name
  purpose    = "subjects"
  account_id = var.account_id
  region     = var.region
  # The copy of the database there is no use without it.
  replica_region = var.copy_region
  tags           = var.tags
}

# What signs the log, one after the other. KMS does not rotate such keys: a new one is put behind the others, and an
# operator hands over to it (docs/verifying.md). A retired one stays until nothing asks for it, and is never used again.
resource "aws_kms_key" "log" {
  for_each                 = toset(var.signing_keys)
  region                   = var.region
  multi_region             = true
  description              = "${var.name}: signs the log, ${each.key}"
  key_usage                = "SIGN_VERIFY"
  customer_master_key_spec = "ECC_NIST_EDWARDS25519"
  deletion_window_in_days  = 30
  tags                     = var.tags

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "DecidedByIam"
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::${var.account_id}:root" }
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}

# With it the log goes on in the other region, under a name of its own, signed by the key that auditors know.
resource "aws_kms_replica_key" "log" {
  for_each                = aws_kms_key.log
  region                  = var.copy_region
  primary_key_arn         = each.value.arn
  description             = "${var.name}: signs the log, ${each.key}"
  deletion_window_in_days = 30
  policy                  = each.value.policy
  tags                    = var.tags
}

# lexohub.keys.directory: the cursors' key, and the master and signing keys of an installation that has them in files. All
# tasks share it, as the application asks; what an old backup cannot be opened without is backed up apart from the database.
resource "aws_efs_file_system" "keys" {
  creation_token  = "${var.name}-keys"
  encrypted       = true
  kms_key_id      = module.key.arn
  throughput_mode = "elastic"
  tags            = merge(var.tags, { Name = "${var.name}-keys", Backup = "keys" })
}

resource "aws_efs_file_system_policy" "keys" {
  file_system_id = aws_efs_file_system.keys.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "RolesOnly"
        Effect    = "Allow"
        Principal = { AWS = [for role in aws_iam_role.task : role.arn] }
        Action    = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"]
        Resource  = aws_efs_file_system.keys.arn
        Condition = { StringEquals = { "elasticfilesystem:AccessPointArn" = aws_efs_access_point.keys.arn } }
      },
      {
        Sid       = "TlsOnly"
        Effect    = "Deny"
        Principal = { AWS = "*" }
        Action    = "*"
        Resource  = aws_efs_file_system.keys.arn
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ]
  })
}

resource "aws_efs_access_point" "keys" {
  file_system_id = aws_efs_file_system.keys.id
  tags           = var.tags

  posix_user {
    uid = 10001
    gid = 10001
  }
  root_directory {
    path = "/keys"
    creation_info {
      owner_uid   = 10001
      owner_gid   = 10001
      permissions = "0700"
    }
  }
}

resource "aws_security_group" "keys" {
  name        = "${var.name}-keys"
  description = "The keys' file system"
  vpc_id      = var.vpc_id
  tags        = merge(var.tags, { Name = "${var.name}-keys" })
}

resource "aws_vpc_security_group_ingress_rule" "keys" {
  security_group_id            = aws_security_group.keys.id
  referenced_security_group_id = var.task_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 2049
  to_port                      = 2049
  description                  = "from the tasks"
}

resource "aws_efs_mount_target" "keys" {
  count           = length(var.subnet_ids)
  file_system_id  = aws_efs_file_system.keys.id
  subnet_id       = var.subnet_ids[count.index]
  security_groups = [aws_security_group.keys.id]
}
