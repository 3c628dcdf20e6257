package za.lexohub.processes.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static za.lexohub.processes.Walk.PRO_FORMA;
import static za.lexohub.processes.Walk.TENANT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.batch.BatchResult;
import za.lexohub.messages.batch.InvoiceBatchCommands.RecordBatchItem;
import za.lexohub.messages.batch.InvoiceBatchEvents.InvoiceBatchItemDone;
import za.lexohub.messages.batch.InvoiceBatchEvents.InvoiceBatchRequested;
import za.lexohub.messages.batch.InvoiceBatchId;
import za.lexohub.messages.invoice.InvoiceCommands.GenerateMatterInvoice;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.proforma.ProFormaCommands.RequestInvoicing;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoiceReleased;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoicingRequested;
import za.lexohub.processes.Log;
import za.lexohub.processes.RecordingGateway;
import za.lexohub.processes.Walk;
import za.lexohub.processes.queue.BatchInvoices;
import za.lexohub.processes.queue.Delivery;
import za.lexohub.processes.queue.OutcomeRecorder;

/** A batch is worked off entry by entry, whatever becomes of each. */
class BatchInvoicesWorkerTest {
  private static final InvoiceBatchId BATCH = InvoiceBatchId.random();
  private static final MatterId MATTER = MatterId.random();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
  private static final String BEFORE = "2024-08-30T08:00:00Z";
  private static final String REQUEST = "2024-09-01T08:00:00Z";
  private static final String AFTER = "2024-09-01T08:00:01Z";

  private final Log log = new Log();
  private final RecordingGateway gateway = new RecordingGateway();
  private final BatchInvoicesWorker worker =
      new BatchInvoicesWorker(log.store(), new OutcomeRecorder(gateway, "batch-worker"));

  private void requested() {
    log.at(REQUEST);
    log.append(
        BATCH, new InvoiceBatchRequested(BATCH, TENANT, List.of(PRO_FORMA), List.of(MATTER), DAY));
  }

  private void work(TenantId tenant) throws Exception {
    worker.work(
        new BatchInvoices(
            BatchInvoices.TYPE,
            List.of(PRO_FORMA.value(), MATTER.value()),
            tenant.value(),
            Instant.EPOCH,
            BATCH.value()),
        new Delivery("message-1", "correlation-1"));
  }

  private static RequestInvoicing begin(int round) {
    return new RequestInvoicing(PRO_FORMA, TENANT, round);
  }

  private static InvoiceId invoiceOfMatter() {
    return BatchInvoicesWorker.invoiceOf(BATCH, MATTER);
  }

  private static GenerateMatterInvoice bill() {
    return new GenerateMatterInvoice(
        invoiceOfMatter(), TENANT, MATTER, InvoiceType.INTERIM, List.of(), DAY, null, null, DAY);
  }

  private static RecordBatchItem started(int round) {
    return new RecordBatchItem(
        BATCH,
        TENANT,
        PRO_FORMA.value(),
        BatchResult.STARTED,
        InvoiceId.forProForma(PRO_FORMA, round),
        null);
  }

  private static RecordBatchItem invoiced() {
    return new RecordBatchItem(
        BATCH, TENANT, MATTER.value(), BatchResult.INVOICED, invoiceOfMatter(), null);
  }

  private static Consumer<Object> refusing(Class<?> type, RuntimeException refusal) {
    return command -> {
      if (type.isInstance(command)) {
        throw refusal;
      }
    };
  }

  @Test
  void every_entry_is_invoiced_and_its_result_recorded() throws Exception {
    requested();
    log.at(BEFORE).append(PRO_FORMA, Walk.accepted());

    work(TENANT);

    assertThat(gateway.commands()).containsExactly(begin(2), started(2), bill(), invoiced());
    assertThat(gateway.sent())
        .allSatisfy(
            command ->
                assertThat(command.getMetaData())
                    .containsEntry("tenant", TENANT.value())
                    .containsEntry("actorId", "batch-worker")
                    .containsEntry("correlationId", "correlation-1"));
  }

  @Test
  void a_message_that_comes_again_asks_for_the_same_round_though_its_draft_was_discarded()
      throws Exception {
    requested();
    log.at(BEFORE).append(PRO_FORMA, Walk.accepted());
    log.at(AFTER)
        .append(
            PRO_FORMA,
            new ProFormaInvoicingRequested(PRO_FORMA, TENANT, 2),
            new ProFormaInvoiceReleased(PRO_FORMA, 2, InvoiceId.forProForma(PRO_FORMA, 2)));

    work(TENANT);

    assertThat(gateway.commands()).contains(begin(2), started(2)).doesNotContain(begin(3));
  }

  @Test
  void what_is_accepted_after_the_request_is_in_its_first_round() throws Exception {
    requested();
    log.at(AFTER).append(PRO_FORMA, Walk.accepted());

    work(TENANT);

    assertThat(gateway.commands()).contains(begin(1), started(1));
  }

  @Test
  void a_pro_forma_that_has_its_invoice_is_named_with_it() throws Exception {
    requested();
    log.at(BEFORE).append(PRO_FORMA, Walk.accepted());
    gateway.handling(
        refusing(
            RequestInvoicing.class,
            new RuleViolated(Rule.PRO_FORMA_ALREADY_INVOICED, "it has one")));

    work(TENANT);

    assertThat(gateway.commands())
        .contains(
            new RecordBatchItem(
                BATCH,
                TENANT,
                PRO_FORMA.value(),
                BatchResult.ALREADY_INVOICED,
                InvoiceId.forProForma(PRO_FORMA, 1),
                null));
  }

  @Test
  void a_refusal_is_recorded_and_the_others_are_invoiced() throws Exception {
    requested();
    gateway.handling(
        command -> {
          if (command instanceof RequestInvoicing) {
            throw new NotFound("ProForma");
          }
          if (command instanceof GenerateMatterInvoice) {
            throw new RuleViolated(Rule.NOTHING_TO_BILL, "no work");
          }
        });

    work(TENANT);

    assertThat(gateway.commands())
        .contains(
            new RecordBatchItem(
                BATCH, TENANT, PRO_FORMA.value(), BatchResult.REFUSED, null, "not-found"),
            new RecordBatchItem(
                BATCH, TENANT, MATTER.value(), BatchResult.REFUSED, null, "nothing-to-bill"));
  }

  @Test
  void what_may_pass_is_thrown_so_that_the_message_comes_again() {
    requested();
    gateway.handling(refusing(RequestInvoicing.class, new IllegalStateException("away")));

    assertThatThrownBy(() -> work(TENANT)).isInstanceOf(ExecutionException.class);
    assertThat(gateway.commands()).containsExactly(begin(1));
  }

  @Test
  void a_message_that_comes_again_goes_on_with_what_is_left() throws Exception {
    requested();
    log.append(
        BATCH, new InvoiceBatchItemDone(BATCH, PRO_FORMA.value(), BatchResult.STARTED, null, null));

    work(TENANT);

    assertThat(gateway.commands()).containsExactly(bill(), invoiced());
  }

  @Test
  void another_tenants_batch_is_left_alone() throws Exception {
    requested();

    work(new TenantId("stranger"));

    assertThat(gateway.commands()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void wherever_it_dies_the_message_that_comes_again_leaves_each_entry_done_once(boolean decided)
      throws Exception {
    for (int dies = 0; dies < 4; dies++) {
      new BatchInvoicesWorkerTest().diesAt(dies, decided);
    }
  }

  /**
   * @param decided the command it dies at has had its effect, and only the answer is lost
   */
  private void diesAt(int dies, boolean decided) throws Exception {
    requested();
    log.append(PRO_FORMA, Walk.accepted());
    AtomicInteger command = new AtomicInteger();
    List<Object> done = new ArrayList<>();
    gateway.handling(
        it -> {
          boolean fatal = command.getAndIncrement() == dies;
          if (!fatal || decided) {
            done.add(it);
            if (it instanceof RecordBatchItem item) {
              log.append(
                  BATCH,
                  new InvoiceBatchItemDone(
                      BATCH, item.item(), item.result(), item.invoiceId(), item.code()));
            }
          }
          if (fatal) {
            throw new IllegalStateException("killed");
          }
        });

    assertThatThrownBy(() -> work(TENANT)).isNotNull();
    work(TENANT);
    List<Object> sent = gateway.commands();
    work(TENANT);

    assertThat(done.stream().distinct()).containsExactly(begin(1), started(1), bill(), invoiced());
    assertThat(done.stream().filter(RecordBatchItem.class::isInstance)).doesNotHaveDuplicates();
    assertThat(gateway.commands()).as("after both are done").isEqualTo(sent);
  }
}
