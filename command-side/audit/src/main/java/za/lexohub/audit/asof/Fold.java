package za.lexohub.audit.asof;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes of an aggregate's events, given in order from the first, what the aggregate is. A second
 * implementation of what the read models show, which shares no code with them: that the two agree
 * is a test of both.
 */
public interface Fold {

  void apply(Step step);

  /** The fields of the live read, in its forms; empty before the first event. */
  Map<String, @Nullable Object> state();

  /** For this kind of aggregate. What has no read of its own shows the last value of each field. */
  static Fold of(String aggregateType, Opening opening) {
    return switch (aggregateType) {
      case "Matter" -> new MatterFold(opening);
      case "ProForma" -> new ProFormaFold(opening);
      case "Invoice" -> new InvoiceFold(opening);
      default -> new LatestFields();
    };
  }
}
