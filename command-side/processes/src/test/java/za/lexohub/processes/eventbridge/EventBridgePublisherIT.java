package za.lexohub.processes.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.eventbridge.AcceptedEvent;
import za.lexohub.embedded.eventbridge.EventBridgePart;
import za.lexohub.messages.creditnote.CreditNoteId;
import za.lexohub.messages.dispute.DisputeId;
import za.lexohub.messages.dispute.DisputeResolution;
import za.lexohub.messages.invoice.InvoiceEvents.CreditNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDisputeResolved;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDisputed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceWrittenOff;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.matter.MatterEvents.MatterAccepted;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.proforma.ExpiryPhase;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDeclined;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExpired;
import za.lexohub.processes.Parts;
import za.lexohub.processes.Walk;
import za.lexohub.processes.aws.NotDelivered;
import za.lexohub.processes.aws.RefusedForGood;

class EventBridgePublisherIT {

  private static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final DisputeId DISPUTE = DisputeId.of("22222222-2222-4333-8444-555555555555");
  private static final PaymentRecorded PAYMENT =
      new PaymentRecorded(
          Walk.INVOICE,
          PaymentId.of("11111111-2222-4333-8444-555555555555"),
          Money.cents(100_000),
          PaymentMethod.EFT,
          LocalDate.of(2026, 11, 19),
          Walk.SEALED,
          Money.cents(3_062_500));
  private static final ProFormaDeclined DECLINED =
      new ProFormaDeclined(Walk.PRO_FORMA, Walk.SEALED, Channel.PUBLIC_LINK, "attorney", AT);
  private static final ProFormaExpired EXPIRED =
      new ProFormaExpired(Walk.PRO_FORMA, ExpiryPhase.OFFER, AT);
  private static final InvoiceWrittenOff WRITTEN_OFF =
      new InvoiceWrittenOff(Walk.INVOICE, Money.cents(500), Walk.SEALED, Money.cents(3_162_000));
  private static final InvoiceDisputed DISPUTED =
      new InvoiceDisputed(Walk.INVOICE, DISPUTE, Money.cents(3_162_500));
  private static final InvoiceDisputeResolved RESOLVED =
      new InvoiceDisputeResolved(Walk.INVOICE, DISPUTE, DisputeResolution.CREDIT_NOTE);
  private static final CreditNoteApplied CREDITED =
      new CreditNoteApplied(
          Walk.INVOICE,
          CreditNoteId.of("33333333-2222-4333-8444-555555555555"),
          "CN-2026-0001",
          1,
          Money.cents(62_500),
          Money.cents(3_100_000));
  private static final MatterAccepted TAKEN =
      new MatterAccepted(Walk.MATTER, false, "2026/12345", LocalDate.of(2026, 11, 20));

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
    publisher.on(PAYMENT, message(PAYMENT));

    assertThat(accepted().source()).isEqualTo("lexohub.payments");
    assertThat(accepted().detailType()).isEqualTo("PaymentRecorded");
    assertThat(accepted().detail())
        .isEqualTo(
            """
            {"specversion":"1.0","id":"event-1","source":"/tenants/adv-1/payments",\
            "type":"za.lexohub.payment.recorded.v1","subject":"%1$s",\
            "time":"2026-11-20T08:00:00.000Z","datacontenttype":"application/json",\
            "dataschema":"urn:lexohub:bus:PaymentRecorded:1","tenantid":"adv-1","sequence":"4","correlationid":"request-1",\
            "causationid":"command-1","data":{"paymentId":"11111111-2222-4333-8444-555555555555",\
            "invoiceId":"%1$s","amount":{"amount":100000,"currency":"ZAR"},"method":"EFT",\
            "paymentDate":"2026-11-19","balanceAfter":{"amount":3062500,"currency":"ZAR"}}}\
            """
                .formatted(Walk.INVOICE));
  }

  @Test
  void everything_else_is_a_cloud_event_whose_data_is_as_its_schema_says() {
    List<Runnable> told =
        List.of(
            () -> publisher.on(Walk.sent(2, Walk.VALID_UNTIL), message(Walk.sent(2, Walk.DUE))),
            () -> publisher.on(DECLINED, message(DECLINED)),
            () -> publisher.on(EXPIRED, message(EXPIRED)),
            () -> publisher.on(Walk.invoiceSent(), message(Walk.invoiceSent())),
            () -> publisher.on(Walk.overdue(), message(Walk.overdue())),
            () -> publisher.on(Walk.paid(), message(Walk.paid())),
            () -> publisher.on(Walk.voided(), message(Walk.voided())),
            () -> publisher.on(WRITTEN_OFF, message(WRITTEN_OFF)),
            () -> publisher.on(DISPUTED, message(DISPUTED)),
            () -> publisher.on(RESOLVED, message(RESOLVED)),
            () -> publisher.on(CREDITED, message(CREDITED)),
            () -> publisher.on(PAYMENT, message(PAYMENT)),
            () -> publisher.on(TAKEN, message(TAKEN)));

    told.forEach(Runnable::run);

    assertThat(bus.accepted())
        .extracting(AcceptedEvent::detailType)
        .containsExactlyElementsOf(
            Stream.of(Announcement.values()).map(Announcement::detailType).toList());
    for (AcceptedEvent event : bus.accepted()) {
      JsonNode detail = JSON.readTree(event.detail());
      assertThat(detail.at("/specversion").asString()).isEqualTo("1.0");
      assertThat(detail.at("/subject").asString()).isNotBlank();
      assertThat(PublishedSchemas.errors(detail.at("/dataschema").asString(), detail.at("/data")))
          .as(event.detail())
          .isEmpty();
      assertThat(event.detail()).doesNotContain("ciphertext", "attorney");
    }
  }

  @Test
  void a_quote_that_went_out_tells_what_it_comes_to_and_until_when() {
    publisher.on(Walk.sent(2, Walk.VALID_UNTIL), message(Walk.sent(2, Walk.VALID_UNTIL)));

    assertThat(accepted().source()).isEqualTo("lexohub.proforma");
    assertThat(accepted().detail())
        .contains("\"source\":\"/tenants/adv-1/pro-formas\"")
        .contains("\"type\":\"za.lexohub.proforma.sent.v1\"")
        .contains("\"dataschema\":\"urn:lexohub:bus:ProFormaSent:1\"")
        .contains(
            """
            "data":{"proFormaId":"%s","revision":2,\
            "total":{"amount":3162500,"currency":"ZAR"},"validUntil":"2026-12-04"}\
            """
                .formatted(Walk.PRO_FORMA));
  }

  @Test
  void a_brief_that_was_asked_for_is_opened_when_it_is_taken() {
    publisher.on(TAKEN, message(TAKEN));

    assertThat(accepted().source()).isEqualTo("lexohub.matters");
    assertThat(accepted().detailType()).isEqualTo("MatterOpened");
    assertThat(accepted().detail())
        .contains("\"subject\":\"" + Walk.MATTER + "\"")
        .contains("\"data\":{\"matterId\":\"" + Walk.MATTER + "\",\"openedOn\":\"2026-11-20\"}");
  }

  @Test
  void an_entry_over_the_limit_is_refused_for_good_and_never_sent() {
    EventBridge eventBridge = new EventBridge(context.getBean(EventBridgeClient.class), "any");
    // 14 bytes for the time, "source", "Type", and what JSON puts around the text.
    int room = EventBridge.MOST_BYTES - 14 - "source".length() - "Type".length();
    String fits = "é".repeat((room - "{\"text\":\"\"}".length()) / 2);

    eventBridge.put("source", "Type", Map.of("text", fits), AT);
    eventBridge.put("source", "Type", Map.of("text", fits), AT);
    bus.throttleNext(1);
    assertThatThrownBy(() -> eventBridge.put("source", "Type", Map.of("text", fits + "éé"), AT))
        .isInstanceOf(RefusedForGood.class)
        .hasMessageMatching("Type comes to 26214\\d bytes; the bus takes 262144");

    assertThat(bus.accepted()).as("those that fit, each in a call of its own").hasSize(2);
    eventBridge.put("source", "Type", Map.of(), AT);
    assertThat(bus.accepted()).as("the next call was the throttled one").hasSize(3);
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
