package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.eventbridge.AcceptedEvent;
import za.lexohub.journeys.EventLog.Entry;

/** What a brief must have left behind, each thing once, whatever was killed on its way. */
final class Aftermath {

  private final EventLog log;
  private final List<Instant> kills;

  Aftermath(EventLog log, List<Instant> kills) {
    this.log = log;
    this.kills = kills;
  }

  void of(Brief brief, String tenant, String advocatesEmail) {
    await().atMost(Story.PATIENCE).until(() -> sent(brief, "final-invoice") == 1);
    await().atMost(Story.PATIENCE).until(() -> sent(brief, "payment-receipt") == 1);
    eachStepIsInTheLogOnce(brief);
    everyMailWentOut(brief, advocatesEmail);
    await().atMost(Story.PATIENCE).untilAsserted(() -> othersWereTold(brief));
    await().atMost(Story.PATIENCE).untilAsserted(() -> log.isReadOnce(tenant, brief));
    theReadsAgree(brief);
  }

  private void eachStepIsInTheLogOnce(Brief brief) {
    assertThat(count(log.of(brief.proForma())))
        .containsEntry("ProFormaRequestSubmitted", 1L)
        .containsEntry("ProFormaSent", 1L)
        .containsEntry("ProFormaPdfStored", 1L)
        .containsEntry("ProFormaNotificationSent", 1L)
        .containsEntry("ProFormaAccepted", 1L)
        .containsEntry("ProFormaValidated", 1L)
        .containsEntry("ProFormaConvertedToInvoice", 1L)
        .doesNotContainKeys("ProFormaInvoicingFailed", "ProFormaNotificationFailed");
    assertThat(count(log.of(brief.invoice())))
        .containsEntry("InvoiceGenerated", 1L)
        .containsEntry("InvoicePdfStored", 3L)
        .containsEntry("InvoiceNotificationSent", 3L)
        .containsEntry("InvoiceSent", 1L)
        .containsEntry("PaymentRecorded", 2L)
        .containsEntry("InvoicePaid", 1L)
        .doesNotContainKeys("InvoicePdfFailed", "InvoiceNotificationFailed");
    for (var payment : brief.payments) {
      assertThat(log.of(brief.invoice()))
          .filteredOn(entry -> entry.type().equals("PaymentRecorded"))
          .filteredOn(entry -> entry.payload().contains(payment.toString()))
          .hasSize(1);
    }
    assertThat(sent(brief, "invoice-generated")).isEqualTo(1);
  }

  private static Map<String, Long> count(List<Entry> entries) {
    return entries.stream()
        .map(Entry::type)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private long sent(Brief brief, String template) {
    return log.of(brief.invoice()).stream()
        .filter(entry -> entry.type().equals("InvoiceNotificationSent"))
        .filter(entry -> entry.payload().contains(template))
        .count();
  }

  private void everyMailWentOut(Brief brief, String advocatesEmail) {
    mailed(brief.story.email, brief.proForma(), "ProForma", "pro-forma", 1);
    mailed(advocatesEmail, brief.invoice(), "Invoice", "invoice-generated", 1);
    mailed(brief.story.email, brief.invoice(), "Invoice", "final-invoice", 1);
    // Of the second payment, which settles it.
    mailed(brief.story.email, brief.invoice(), "Invoice", "payment-receipt", 2);
  }

  /**
   * Once, and once more at most for each kill after it was asked for and before it was recorded:
   * the mail server may have taken it meanwhile.
   */
  private void mailed(String address, String id, String kind, String template, int delivery) {
    Instant asked = first(id, kind + "NotificationRequested", template);
    Instant recorded = first(id, kind + "NotificationSent", template);
    long window = kills.stream().filter(k -> k.isAfter(asked) && k.isBefore(recorded)).count();
    long found =
        Mailbox.ids(address).stream()
            .filter(mail -> mail.contains(template + "." + delivery + "." + id))
            .count();
    assertThat(found).as("%s about %s", template, id).isBetween(1L, 1 + window);
  }

  private Instant first(String id, String type, String template) {
    return log.of(id).stream()
        .filter(entry -> entry.type().equals(type) && entry.payload().contains(template))
        .map(Entry::recordedAt)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + type + " " + template));
  }

  private static void othersWereTold(Brief brief) {
    assertThat(details("ProFormaAccepted", brief.proForma())).hasSize(1);
    assertThat(details("InvoiceGenerated", brief.invoice())).hasSize(1);
    assertThat(details("InvoiceSent", brief.invoice())).hasSize(1);
    assertThat(details("PaymentRecorded", brief.invoice())).hasSize(2);
    assertThat(details("InvoicePaid", brief.invoice())).hasSize(1);
  }

  /** At least once each, and word for word the same when repeated. */
  private static List<String> details(String type, String id) {
    return TestParts.eventBridge().accepted().stream()
        .filter(entry -> entry.detailType().equals(type) && entry.detail().contains(id))
        .map(AcceptedEvent::detail)
        .distinct()
        .toList();
  }

  private static void theReadsAgree(Brief brief) {
    JsonNode invoice = brief.story.read(Story.invoice(brief.invoice())).json();
    assertThat(invoice.at("/status").asString()).isEqualTo("PAID");
    assertThat(invoice.at("/balance/amount").asLong()).isZero();
    assertThat(invoice.at("/payments").size()).isEqualTo(2);
    JsonNode workflow = brief.story.read("/api/v1/workflows/" + brief.proForma() + "-1").json();
    assertThat(workflow.path("steps").valueStream().map(s -> s.path("status").asString()))
        .hasSize(5)
        .containsOnly("DONE");
    byte[] paper = brief.story.read(Story.invoice(brief.invoice()) + "/pdf").bytes();
    assertThat(Pdf.text(paper)).contains("R 31 625,00").doesNotContain("DRAFT");
  }

  /** As many numbers as invoices, from 1, none left out and none twice. */
  static void numbersAreGapless(List<Brief> briefsOfOneTenant) {
    List<Integer> numbers =
        briefsOfOneTenant.stream()
            .map(brief -> brief.story.read(Story.invoice(brief.invoice())).at("/invoiceNumber"))
            .map(number -> Integer.parseInt(number.replaceAll(".*-", "")))
            .sorted()
            .toList();
    assertThat(numbers)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
  }
}
