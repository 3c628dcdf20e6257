output "budget_names" {
  description = "All budgets."
  value       = concat([aws_budgets_budget.total.name], [for it in aws_budgets_budget.service : it.name])
}
