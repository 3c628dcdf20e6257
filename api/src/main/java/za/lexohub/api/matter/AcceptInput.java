package za.lexohub.api.matter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import za.lexohub.api.input.OneLine;

/**
 * How a requested brief is taken.
 *
 * @param vatExempt no VAT is charged on the matter; false when absent
 * @param acceptedOn today when absent
 */
record AcceptInput(
    @Nullable Boolean vatExempt,
    @Nullable @OneLine String courtCaseNumber,
    @Nullable LocalDate acceptedOn) {
  static final AcceptInput PLAIN = new AcceptInput(null, null, null);
}
