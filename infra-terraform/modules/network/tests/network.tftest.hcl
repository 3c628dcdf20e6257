mock_provider "aws" {}

variables {
  name       = "lexohub-test"
  account_id = "111122223333"
  region     = "af-south-1"
  zones      = ["af-south-1a", "af-south-1b", "af-south-1c"]
}

run "the_network_is_closed" {
  assert {
    condition     = length(aws_subnet.private) == 3 && length(aws_subnet.data) == 3
    error_message = "tasks and data do not stand in three zones"
  }
  assert {
    condition     = alltrue([for s in concat(values(aws_subnet.private), values(aws_subnet.data), values(aws_subnet.public)) : !s.map_public_ip_on_launch])
    error_message = "something gets a public address by itself"
  }
  assert {
    condition     = aws_flow_log.this.traffic_type == "ALL" && aws_cloudwatch_log_group.flow.kms_key_id != null
    error_message = "flow logs are incomplete or in clear"
  }
  assert {
    condition     = alltrue([for e in aws_vpc_endpoint.gateway : anytrue([for s in jsondecode(e.policy).Statement : can(s.Condition.StringEquals["aws:ResourceAccount"])])])
    error_message = "data can leave to another account's buckets"
  }
  assert {
    condition     = alltrue([for r in aws_vpc_security_group_ingress_rule.balancer : r.cidr_ipv4 != "0.0.0.0/0"])
    error_message = "the balancer is open to the world"
  }
  assert {
    condition     = aws_vpc_security_group_ingress_rule.tasks.cidr_ipv4 == null || aws_vpc_security_group_ingress_rule.tasks.referenced_security_group_id == aws_security_group.balancer.id
    error_message = "tasks are reached past the balancer"
  }
  assert {
    condition     = alltrue([for service in ["ecr.api", "ecr.dkr", "kms", "logs", "secretsmanager", "sqs", "events"] : contains(keys(aws_vpc_endpoint.interface), service)])
    error_message = "a service that tasks need is reached over the internet"
  }
  assert {
    condition     = length(aws_nat_gateway.this) == 3
    error_message = "a zone's failure takes the way out of the others"
  }
  assert {
    condition     = alltrue([for r in aws_vpc_security_group_egress_rule.inside : r.cidr_ipv4 == var.cidr])
    error_message = "tasks reach databases outside the network"
  }
}

run "one_way_out_is_shared" {
  variables {
    nat = "one"
  }
  assert {
    condition     = length(aws_nat_gateway.this) == 1 && length(aws_route.out) == 3
    error_message = "a zone has no way out"
  }
}
