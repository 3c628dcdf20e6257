output "vpc_id" {
  description = "The network."
  value       = aws_vpc.this.id
}

output "private_subnet_ids" {
  description = "Where tasks, the balancer and the links to it stand, one per zone."
  value       = [for subnet in aws_subnet.private : subnet.id]
}

output "data_subnet_ids" {
  description = "Where databases stand, one per zone, without a way out."
  value       = [for subnet in aws_subnet.data : subnet.id]
}

output "task_security_group_id" {
  description = "The group of the tasks; data stores let it in."
  value       = aws_security_group.tasks.id
}

output "balancer_security_group_id" {
  description = "The group of the internal balancer."
  value       = aws_security_group.balancer.id
}

output "link_security_group_id" {
  description = "The group of API Gateway's link to the balancer."
  value       = aws_security_group.link.id
}
