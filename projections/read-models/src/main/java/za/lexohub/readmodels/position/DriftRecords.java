package za.lexohub.readmodels.position;

import java.util.List;

/** Where it is recorded for good that a read model was found to differ from the log. */
@FunctionalInterface
public interface DriftRecords {

  /**
   * @param position of the last event that changed one of the fields; 0 when none did
   * @param fields the names of what differs
   */
  void found(String group, String aggregateId, long position, List<String> fields);
}
