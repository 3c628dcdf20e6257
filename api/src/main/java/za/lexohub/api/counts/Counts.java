package za.lexohub.api.counts;

import za.lexohub.query.Answer;
import za.lexohub.query.Consistency;
import za.lexohub.readmodels.workflowcounts.WorkflowCounts;

/** Counts one tenant's work. */
@FunctionalInterface
public interface Counts {
  Answer<WorkflowCounts> counts(String tenant, Consistency consistency);
}
