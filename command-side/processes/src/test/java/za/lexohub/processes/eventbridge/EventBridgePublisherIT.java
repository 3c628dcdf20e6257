package za.lexohub.processes.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.eventbridge.AcceptedEvent;
import za.lexohub.embedded.eventbridge.EventBridgePart;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.money.Money;
import za.lexohub.processes.Parts;
import za.lexohub.processes.Walk;
import za.lexohub.processes.aws.NotDelivered;
import za.lexohub.processes.aws.RefusedForGood;

class EventBridgePublisherIT {

  private static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");

  private static AnnotationConfigApplicationContext context;
  private static EventBridgePart bus;
  private static EventBridgePublisher publisher;

  @BeforeAll
  static void open() {
    bus = TestParts.eventBridge();
    context = Parts.context(Map.of(), EventBridgeConfiguration.class);
    publisher = context.getBean(EventBridgePublisher.class);
  }

  @AfterAll
  static void close() {
    context.close();
  }

  @BeforeEach
  void forget() {
    bus.forget();
  }

  private static <T> DomainEventMessage<T> message(T event) {
    return new GenericDomainEventMessage<>(
        "Invoice",
        Walk.INVOICE.toString(),
        4,
        event,
        Map.of("tenant", "adv-1", "correlationId", "request-1", "causationId", "command-1"),
        "event-1",
        AT);
  }

  private static AcceptedEvent accepted() {
    assertThat(bus.accepted()).hasSize(1);
    return bus.accepted().getFirst();
  }

  @Test
  void acceptance_has_exactly_the_plans_detail() {
    publisher.on(Walk.accepted(), message(Walk.accepted()), "adv-1");

    assertThat(accepted().eventBusName()).isEqualTo("lexohub-events");
    assertThat(accepted().source()).isEqualTo("lexohub.proforma");
    assertThat(accepted().detailType()).isEqualTo("ProFormaAccepted");
    assertThat(accepted().time()).isEqualTo(AT);
    assertThat(accepted().detail())
        .isEqualTo(
            """
            {"proformaId":"%s","userId":"adv-1","timestamp":"2026-11-20T08:00:00.000Z"}\
            """
                .formatted(Walk.PRO_FORMA));
  }

  @Test
  void a_generated_invoice_has_exactly_the_plans_detail_with_the_total_in_rand() {
    var event = Walk.generated(Walk.MATTER);
    publisher.on(event, message(event), "adv-1");

    assertThat(accepted().source()).isEqualTo("lexohub.invoices");
    assertThat(accepted().detailType()).isEqualTo("InvoiceGenerated");
    assertThat(accepted().detail())
        .isEqualTo(
            """
            {"invoiceId":"%s","matterId":"%s","amount":31625.00,"userId":"adv-1",\
            "timestamp":"2026-11-20T08:00:00.000Z"}\
            """
                .formatted(Walk.INVOICE, Walk.MATTER));
  }

  @Test
  void an_invoice_without_a_matter_keeps_the_field() {
    var event = Walk.generated(null);
    publisher.on(event, message(event), "adv-1");

    assertThat(accepted().detail()).contains("\"matterId\":null,\"amount\":31625.00");
  }

  @Test
  void a_payment_is_a_cloud_event_without_the_payers_words() {
    var event =
        new PaymentRecorded(
            Walk.INVOICE,
            PaymentId.of("11111111-2222-4333-8444-555555555555"),
            Money.cents(100_000),
            PaymentMethod.EFT,
            LocalDate.of(2026, 11, 19),
            Walk.SEALED,
            Money.cents(3_062_500));
    publisher.on(event, message(event));

    assertThat(accepted().source()).isEqualTo("lexohub.payments");
    assertThat(accepted().detailType()).isEqualTo("PaymentRecorded");
    assertThat(accepted().detail())
        .isEqualTo(
            """
            {"specversion":"1.0","id":"event-1","source":"/tenants/adv-1/payments",\
            "type":"za.lexohub.payment.recorded.v1","subject":"%1$s",\
            "time":"2026-11-20T08:00:00.000Z","datacontenttype":"application/json",\
            "tenantid":"adv-1","sequence":"4","correlationid":"request-1",\
            "causationid":"command-1","data":{"paymentId":"11111111-2222-4333-8444-555555555555",\
            "invoiceId":"%1$s","amount":{"amount":100000,"currency":"ZAR"},"method":"EFT",\
            "paymentDate":"2026-11-19","balanceAfter":{"amount":3062500,"currency":"ZAR"}}}\
            """
                .formatted(Walk.INVOICE));
  }

  @Test
  void sending_payment_in_full_and_overdue_are_told_as_well() {
    publisher.on(Walk.invoiceSent(), message(Walk.invoiceSent()));
    publisher.on(Walk.paid(), message(Walk.paid()));
    publisher.on(Walk.overdue(), message(Walk.overdue()));

    assertThat(bus.accepted())
        .extracting(AcceptedEvent::detailType)
        .containsExactly("InvoiceSent", "InvoicePaid", "InvoiceOverdue");
    assertThat(bus.accepted())
        .extracting(AcceptedEvent::detail)
        .allSatisfy(detail -> assertThat(detail).contains("\"specversion\":\"1.0\""))
        .noneSatisfy(detail -> assertThat(detail).contains("ciphertext"));
  }

  @Test
  void an_entry_that_fails_inside_a_successful_answer_throws_and_may_be_repeated() {
    bus.failNextEntries(1, "InternalFailure");

    assertThatThrownBy(() -> publisher.on(Walk.accepted(), message(Walk.accepted()), "adv-1"))
        .isInstanceOf(NotDelivered.class)
        .hasMessageContaining("InternalFailure");
    publisher.on(Walk.accepted(), message(Walk.accepted()), "adv-1");

    assertThat(bus.accepted()).hasSize(1);
  }

  @Test
  void an_entry_that_is_wrong_in_itself_is_refused_for_good() {
    bus.failNextEntries(1, "MalformedDetail");

    assertThatThrownBy(() -> publisher.on(Walk.accepted(), message(Walk.accepted()), "adv-1"))
        .isInstanceOf(RefusedForGood.class);
  }

  @Test
  void throttling_is_retried() {
    bus.throttleNext(1);

    publisher.on(Walk.accepted(), message(Walk.accepted()), "adv-1");

    assertThat(bus.accepted()).hasSize(1);
  }

  @Test
  void throttling_that_does_not_end_throws() {
    bus.throttleNext(3);

    assertThatThrownBy(() -> publisher.on(Walk.accepted(), message(Walk.accepted()), "adv-1"))
        .isInstanceOf(NotDelivered.class);
    bus.throttleNext(0);
  }
}
