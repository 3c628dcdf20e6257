package za.lexohub.query.selfcheck;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import za.lexohub.readmodels.position.ReadModelGroups;

/** What things are by their events alone, made out without projectors and read models. */
public interface IndependentFold {

  /** What is compared. */
  enum Kind {
    MATTER("Matter", ReadModelGroups.MATTERS),
    PRO_FORMA("ProForma", ReadModelGroups.PRO_FORMAS),
    INVOICE("Invoice", ReadModelGroups.INVOICES);

    private final String aggregateType;
    private final String group;

    Kind(String aggregateType, String group) {
      this.aggregateType = aggregateType;
      this.group = group;
    }

    /** As the log names it. */
    public String aggregateType() {
      return aggregateType;
    }

    /** Of the read model that shows it. */
    String group() {
      return group;
    }
  }

  /**
   * What it was when the log had come so far, in the form in which it is shown; empty when it was
   * not there yet.
   */
  <T> Optional<T> at(String tenant, Kind kind, UUID id, long position, Class<T> view);

  /** The position of the last event that changed one of the fields; 0 when none did. */
  long causeOf(String tenant, UUID id, Set<String> fields);
}
