package za.lexohub.audit;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.money.Money;

/**
 * The interest that runs on an issued invoice from the day after its due date (Prescribed Rate of
 * Interest Act 55 of 1975 s1). It is computed and shown; the books never charge it.
 */
public interface MoraInterest {

  /**
   * What has run by the end of a day. Empty when the tenant has no such invoice, or it was never
   * issued, or is void.
   */
  Optional<Interest> on(TenantId tenant, UUID invoiceId, LocalDate day);

  /**
   * @param capital that is outstanding at the end of that day
   * @param rateBasisPoints of the day on which interest began, for as long as it runs; absent when
   *     that day lies before the table of rates
   * @param from the first day with interest
   * @param days on which something was owed in arrears
   * @param interest simple, 365 days to the year, rounded half up once; absent without a rate
   * @param capped it has come to the capital and runs no further (<em>in duplum</em>)
   * @param source of the rate
   */
  record Interest(
      Money capital,
      @Nullable Integer rateBasisPoints,
      LocalDate from,
      long days,
      @Nullable Money interest,
      boolean capped,
      @Nullable String source) {}
}
