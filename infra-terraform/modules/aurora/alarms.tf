locals {
  alarms = {
    connections = {
      metric = "DatabaseConnections", statistic = "Maximum", above = var.most_connections / 2, minutes = 5
      says   = "More than half of the connections are taken: the seed's limit."
    }
    capacity = {
      metric = "ACUUtilization", statistic = "Average", above = 90, minutes = 15
      says   = "The cluster is at the most it may grow to."
    }
    lag = {
      metric = "AuroraReplicaLagMaximum", statistic = "Maximum", above = 2000, minutes = 5
      says   = "Readers are more than two seconds behind."
    }
    deadlocks = {
      metric = "Deadlocks", statistic = "Average", above = 0, minutes = 5
      says   = "Transactions ran into each other; the order of locks is broken."
    }
    commits = {
      metric = "CommitLatency", statistic = "Average", above = 50, minutes = 10
      says   = "A commit takes more than 50 ms, and every append with it."
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each            = local.alarms
  alarm_name          = "${local.identifier}-${each.key}"
  alarm_description   = each.value.says
  namespace           = "AWS/RDS"
  metric_name         = each.value.metric
  dimensions          = { DBClusterIdentifier = aws_rds_cluster.this.cluster_identifier }
  statistic           = each.value.statistic
  period              = 60
  evaluation_periods  = each.value.minutes
  comparison_operator = "GreaterThanThreshold"
  threshold           = each.value.above
  treat_missing_data  = each.key == "capacity" ? "breaching" : "notBreaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]
  tags                = var.tags
}

# Failovers, low storage, failed backups, as RDS itself tells them.
resource "aws_db_event_subscription" "this" {
  name             = local.identifier
  sns_topic        = var.alarm_topic_arn
  source_type      = "db-cluster"
  source_ids       = [aws_rds_cluster.this.id]
  event_categories = ["failover", "failure", "notification"]
  tags             = var.tags
}
