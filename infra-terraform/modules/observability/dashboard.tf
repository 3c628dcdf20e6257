locals {
  balancer = ["AWS/ApplicationELB", "RequestCount", "LoadBalancer", var.balancer_suffix]

  # Each graph: its title and its metrics, in CloudWatch's own form.
  graphs = [
    { title = "Requests and faults", metrics = [
      concat(local.balancer, [{ stat = "Sum" }]),
      ["AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", "LoadBalancer", var.balancer_suffix, { stat = "Sum" }],
    ] },
    { title = "Latency", metrics = flatten([for role, suffix in var.target_group_suffixes : [for stat in ["p50", "p99"] :
      jsonencode(["AWS/ApplicationELB", "TargetResponseTime", "TargetGroup", suffix, "LoadBalancer", var.balancer_suffix, { stat = stat, label = "${role} ${stat}" }])
    ]]) },
    { title = "Errors by type (LexoHub/API)", metrics = [[{ expression = "SELECT SUM(Errors) FROM SCHEMA(\"LexoHub/API\", Endpoint, ErrorType) GROUP BY ErrorType", id = "errors" }]] },
    { title = "Invoices (LexoHub/Invoices)", metrics = [
      ["LexoHub/Invoices", "GenerationDuration", { stat = "p99" }], ["LexoHub/Invoices", "GenerationSuccess", { stat = "Average", yAxis = "right" }],
    ] },
    { title = "The log", metrics = [for metric in ["lexohub.projection.lag", "lexohub.deadletters", "lexohub.audit.unsealed", "lexohub.log.append.waiting"] :
      [{ expression = "SELECT MAX(\"${metric}\") FROM \"LexoHub/Log\"", label = metric, id = replace(metric, ".", "_") }]
    ] },
    { title = "Queues", metrics = [for queue in values(var.queue_names) : ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", queue, { stat = "Maximum" }]] },
    { title = "Tasks", metrics = [for service in values(var.service_names) :
      ["ECS/ContainerInsights", "RunningTaskCount", "ClusterName", var.cluster_name, "ServiceName", service, { stat = "Average" }]
    ] },
    { title = "Aurora", metrics = [for metric in ["ACUUtilization", "DatabaseConnections", "CommitLatency"] :
      ["AWS/RDS", metric, "DBClusterIdentifier", var.database_identifier]
    ] },
    { title = "Redis", metrics = [for metric in ["CacheHitRate", "EngineCPUUtilization", "DatabaseMemoryUsagePercentage"] :
      ["AWS/ElastiCache", metric, "ReplicationGroupId", var.redis_identifier]
    ] },
    { title = "OpenSearch", metrics = [for metric in ["SearchLatency", "SearchRate", "JVMMemoryPressure"] :
      ["AWS/ES", metric, "DomainName", var.search_domain, "ClientId", var.account_id]
    ] },
  ]
}

resource "aws_cloudwatch_dashboard" "this" {
  dashboard_name = var.name
  dashboard_body = jsonencode({
    widgets = [for index, graph in local.graphs : {
      type   = "metric"
      x      = (index % 2) * 12
      y      = floor(index / 2) * 6
      width  = 12
      height = 6
      properties = {
        title   = graph.title
        region  = var.region
        view    = "timeSeries"
        period  = 60
        metrics = [for metric in graph.metrics : try(jsondecode(metric), metric)]
      }
    }]
  })
}
