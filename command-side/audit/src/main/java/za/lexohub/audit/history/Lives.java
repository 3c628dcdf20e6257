package za.lexohub.audit.history;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import za.lexohub.audit.AuditTrail;
import za.lexohub.audit.asof.Fold;
import za.lexohub.audit.asof.Folding;
import za.lexohub.audit.log.LogReader;
import za.lexohub.audit.log.LogRow;

/** Aggregates one after another, each of which is shown when it has come to its end. */
final class Lives implements LogReader.Visitor {

  private final Folding folding;
  private final AuditTrail.StateVisitor visitor;
  private @Nullable Fold fold;
  private String aggregate = "";

  Lives(Folding folding, AuditTrail.StateVisitor visitor) {
    this.folding = folding;
    this.visitor = visitor;
  }

  @Override
  public void visit(LogRow row) throws IOException {
    Fold now = fold;
    if (now == null || !row.aggregateId().equals(aggregate)) {
      end();
      now = folding.begin(row.aggregateType());
      fold = now;
      aggregate = row.aggregateId();
    }
    folding.apply(now, row);
  }

  /** Shows the last one. */
  void end() throws IOException {
    Fold ended = fold;
    if (ended != null) {
      fold = null;
      visitor.visit(ended.state());
    }
  }
}
