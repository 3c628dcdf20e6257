package za.lexohub.domain.batch;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.Samples;
import za.lexohub.domain.Specification;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.batch.BatchResult;
import za.lexohub.messages.batch.InvoiceBatchCommands.RecordBatchItem;
import za.lexohub.messages.batch.InvoiceBatchCommands.RequestInvoiceBatch;
import za.lexohub.messages.batch.InvoiceBatchEvents.InvoiceBatchCompleted;
import za.lexohub.messages.batch.InvoiceBatchEvents.InvoiceBatchItemDone;
import za.lexohub.messages.batch.InvoiceBatchEvents.InvoiceBatchRequested;
import za.lexohub.messages.batch.InvoiceBatchId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.proforma.ProFormaId;

class InvoiceBatchTest {
  private static final InvoiceBatchId ID = InvoiceBatchId.random();
  private static final ProFormaId PRO_FORMA = ProFormaId.random();
  private static final MatterId MATTER = MatterId.random();
  private static final InvoiceId INVOICE = InvoiceId.random();
  private static final LocalDate DAY = LocalDate.of(2026, 9, 7);
  private static final InvoiceBatchRequested REQUESTED =
      new InvoiceBatchRequested(ID, Samples.JHB, List.of(PRO_FORMA), List.of(MATTER), DAY);
  private static final InvoiceBatchItemDone STARTED =
      new InvoiceBatchItemDone(ID, PRO_FORMA.value(), BatchResult.STARTED, null, null);
  private static final InvoiceBatchItemDone INVOICED =
      new InvoiceBatchItemDone(ID, MATTER.value(), BatchResult.INVOICED, INVOICE, null);

  private final Specification<InvoiceBatch> none =
      Specification.of(InvoiceBatch.class, Samples.PRACTICES);
  private final Specification<InvoiceBatch> batch = none.given(REQUESTED);

  private static RequestInvoiceBatch request(
      TenantId tenant, List<ProFormaId> proFormas, List<MatterId> matters) {
    return new RequestInvoiceBatch(ID, tenant, proFormas, matters, DAY);
  }

  private static RecordBatchItem record(UUID item, BatchResult result, InvoiceId id, String code) {
    return new RecordBatchItem(ID, Samples.JHB, item, result, id, code);
  }

  @Test
  void aBatchIsRequestedOnceAndNamesEachEntryOnce() {
    var request =
        request(Samples.JHB, List.of(PRO_FORMA, PRO_FORMA), Collections.nCopies(3, MATTER));

    none.when(request).publishes(REQUESTED);
    batch.when(request).changesNothing();
  }

  @Test
  void aBatchHoldsBetweenOneAndFiveHundredEntries() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> request(Samples.JHB, List.of(), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> request(Samples.JHB, List.of(PRO_FORMA), Collections.nCopies(500, MATTER)));
  }

  @Test
  void withoutAPracticeThereIsNoBatch() {
    none.when(request(Samples.NOBODY, List.of(PRO_FORMA), List.of()))
        .isRefusedBy(Rule.PRACTICE_UNKNOWN);
  }

  @Test
  void anEntryIsDealtWithOnceWhateverIsSaidOfItLater() {
    batch.when(record(PRO_FORMA.value(), BatchResult.STARTED, null, null)).publishes(STARTED);
    batch
        .given(STARTED)
        .when(record(PRO_FORMA.value(), BatchResult.REFUSED, null, "late"))
        .changesNothing();
  }

  @Test
  void theLastEntryCompletesTheBatchAndItSaysHowItWent() {
    batch
        .given(STARTED)
        .when(record(MATTER.value(), BatchResult.INVOICED, INVOICE, null))
        .publishes(INVOICED, new InvoiceBatchCompleted(ID, 2, 0));
    batch
        .given(STARTED)
        .when(record(MATTER.value(), BatchResult.REFUSED, null, "nothing-to-bill"))
        .publishes(
            new InvoiceBatchItemDone(
                ID, MATTER.value(), BatchResult.REFUSED, null, "nothing-to-bill"),
            new InvoiceBatchCompleted(ID, 1, 1));
    batch
        .given(
            new InvoiceBatchItemDone(
                ID, PRO_FORMA.value(), BatchResult.ALREADY_INVOICED, INVOICE, null))
        .when(record(MATTER.value(), BatchResult.INVOICED, INVOICE, null))
        .publishes(INVOICED, new InvoiceBatchCompleted(ID, 1, 0));
  }

  @Test
  void whatIsNotInTheBatchIsNotFound() {
    batch.when(record(UUID.randomUUID(), BatchResult.STARTED, null, null)).findsNothing();
  }

  @Test
  void aStrangerFindsNoBatch() {
    batch
        .when(
            new RecordBatchItem(
                ID, Samples.STRANGER, MATTER.value(), BatchResult.REFUSED, null, "mine"))
        .findsNothing();
  }
}
