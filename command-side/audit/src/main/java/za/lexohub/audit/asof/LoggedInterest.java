package za.lexohub.audit.asof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import za.lexohub.audit.MoraInterest;
import za.lexohub.audit.log.LogQuery;
import za.lexohub.audit.log.LogReader;
import za.lexohub.domain.law.MoraRates;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceEvents;
import za.lexohub.messages.practice.BusinessTime;

/** Interest of an invoice as the log tells what was owed on it from day to day. */
public final class LoggedInterest implements MoraInterest {

  private final LogReader log;
  private final Serializer serializer;
  private final MoraRates rates;

  /**
   * @param serializer that wrote the log
   */
  public LoggedInterest(LogReader log, Serializer serializer, MoraRates rates) {
    this.log = log;
    this.serializer = serializer;
    this.rates = rates;
  }

  @Override
  public Optional<Interest> on(TenantId tenant, UUID invoiceId, LocalDate day) {
    Arrears arrears = new Arrears();
    try {
      log.forEach(
          LogQuery.of(tenant.value(), invoiceId.toString(), log.head()),
          row -> {
            Object event =
                serializer.deserialize(
                    new SimpleSerializedObject<>(
                        row.payload(), byte[].class, row.type(), row.revision()));
            if (event instanceof InvoiceEvents told) {
              arrears.apply(told, BusinessTime.dateAt(row.occurredAt()));
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return arrears.on(day, rates);
  }
}
