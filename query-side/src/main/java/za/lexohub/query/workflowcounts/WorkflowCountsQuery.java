package za.lexohub.query.workflowcounts;

import za.lexohub.query.Answer;
import za.lexohub.query.Consistency;
import za.lexohub.readmodels.workflowcounts.WorkflowCounts;

/** How much of an advocate's work stands where. */
public interface WorkflowCountsQuery {

  /**
   * @throws za.lexohub.query.NotYetConsistent when the answer would be older than asked for
   */
  Answer<WorkflowCounts> counts(String tenant, Consistency consistency);
}
