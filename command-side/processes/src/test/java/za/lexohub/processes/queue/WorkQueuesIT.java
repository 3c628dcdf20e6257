package za.lexohub.processes.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import za.lexohub.embedded.TestParts;
import za.lexohub.messages.batch.InvoiceBatchEvents.InvoiceBatchRequested;
import za.lexohub.messages.batch.InvoiceBatchId;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfRequested;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaPdfRequested;
import za.lexohub.processes.Parts;
import za.lexohub.processes.Tunnel;
import za.lexohub.processes.Walk;
import za.lexohub.processes.aws.AwsConfiguration;
import za.lexohub.processes.aws.NotDelivered;

class WorkQueuesIT {

  private static final Instant AT = Instant.parse("2026-11-20T08:00:00.120456Z");

  private static AnnotationConfigApplicationContext context;
  private static SqsClient sqs;

  private final String url = Parts.queue(sqs, 3);
  private final PdfQueue pdfs = new PdfQueue(new WorkQueue(sqs, url));
  private final EmailQueue mails = new EmailQueue(new WorkQueue(sqs, url));

  @BeforeAll
  static void open() {
    TestParts.sqs();
    context = Parts.context(Map.of(), AwsConfiguration.class);
    sqs = context.getBean(SqsClient.class);
  }

  @AfterAll
  static void close() {
    context.close();
  }

  @Test
  void an_invoices_document_is_ordered_in_the_plans_shape() {
    pdfs.on(new InvoicePdfRequested(Walk.INVOICE, PdfKind.DRAFT, 1), AT, "adv-1", "request-1");

    Message message = received();
    assertThat(message.body())
        .isEqualTo(
            """
            {"type":"GENERATE_PDF","invoiceId":"%s","userId":"adv-1",\
            "timestamp":"2026-11-20T08:00:00.120Z","documentType":"INVOICE","kind":"DRAFT",\
            "version":1}\
            """
                .formatted(Walk.INVOICE));
    assertThat(message.messageAttributes())
        .containsOnly(
            Map.entry("priority", string("high")), Map.entry("correlationId", string("request-1")));
  }

  @Test
  void a_pro_formas_document_is_ordered_with_its_own_id() {
    pdfs.on(new ProFormaPdfRequested(Walk.PRO_FORMA, 2), AT, "adv-1", null);

    Message message = received();
    assertThat(message.body())
        .isEqualTo(
            """
            {"type":"GENERATE_PDF","userId":"adv-1","timestamp":"2026-11-20T08:00:00.120Z",\
            "documentType":"PRO_FORMA","proformaId":"%s","version":2}\
            """
                .formatted(Walk.PRO_FORMA));
    assertThat(message.messageAttributes()).containsOnlyKeys("priority");
  }

  @Test
  void an_invoices_mail_is_ordered_without_personal_data() {
    mails.on(
        new InvoiceNotificationRequested(Walk.INVOICE, "invoice-generated", Recipient.ADVOCATE, 1),
        6,
        AT,
        "adv-1",
        "request-1");

    assertThat(received().body())
        .isEqualTo(
            """
            {"type":"SEND_EMAIL","to":"ADVOCATE","template":"invoice-generated",\
            "data":{"userId":"adv-1","invoiceId":"%s","number":1,"request":6},\
            "timestamp":"2026-11-20T08:00:00.120Z"}\
            """
                .formatted(Walk.INVOICE));
  }

  @Test
  void a_batch_is_ordered_in_the_plans_shape_with_its_id() {
    InvoiceBatchId batch = InvoiceBatchId.random();
    new BatchQueue(new WorkQueue(sqs, url))
        .on(
            new InvoiceBatchRequested(
                batch,
                Walk.TENANT,
                List.of(Walk.PRO_FORMA),
                List.of(Walk.MATTER),
                LocalDate.of(2026, 11, 20)),
            AT,
            "r");

    assertThat(received().body())
        .isEqualTo(
            """
            {"type":"BATCH_INVOICES","requestIds":["%s","%s"],"userId":"adv-1",\
            "timestamp":"2026-11-20T08:00:00.120Z","batchId":"%s"}\
            """
                .formatted(Walk.PRO_FORMA, Walk.MATTER, batch));
  }

  @Test
  void a_pro_formas_mail_goes_to_the_attorney() {
    mails.on(
        new ProFormaNotificationRequested(Walk.PRO_FORMA, 2, "pro-forma"), 9, AT, "adv-1", "r");

    assertThat(received().body())
        .isEqualTo(
            """
            {"type":"SEND_EMAIL","to":"ATTORNEY","template":"pro-forma",\
            "data":{"userId":"adv-1","proformaId":"%s","number":2,"request":9},\
            "timestamp":"2026-11-20T08:00:00.120Z"}\
            """
                .formatted(Walk.PRO_FORMA));
  }

  @Test
  void a_queue_that_is_down_throws_and_takes_the_message_when_it_is_back() {
    try (Tunnel tunnel = new Tunnel(TestParts.sqs().endpoint());
        var remote =
            Parts.context(
                Map.of("lexohub.sqs.endpoint", tunnel.endpoint()), AwsConfiguration.class)) {
      var queue = new PdfQueue(new WorkQueue(remote.getBean(SqsClient.class), url));
      var event = new InvoicePdfRequested(Walk.INVOICE, PdfKind.ORIGINAL, 1);
      tunnel.cut();

      assertThatThrownBy(() -> queue.on(event, AT, "adv-1", "r")).isInstanceOf(NotDelivered.class);
      tunnel.open();
      // As the event processor does: a busy machine may take longer than a call waits.
      await()
          .atMost(Parts.PATIENCE)
          .ignoreException(NotDelivered.class)
          .untilAsserted(() -> queue.on(event, AT, "adv-1", "r"));

      assertThat(received().body()).contains("ORIGINAL");
    }
  }

  @Test
  void a_queue_that_is_missing_is_not_the_messages_fault() {
    var lost = new PdfQueue(new WorkQueue(sqs, url + "-lost"));

    assertThatThrownBy(() -> lost.on(new ProFormaPdfRequested(Walk.PRO_FORMA, 1), AT, "adv-1", "r"))
        .isInstanceOf(NotDelivered.class);
  }

  /**
   * The queue hides what it has handed out for two seconds: an answer that comes too late for the
   * client is asked for anew, and the message with it.
   */
  private Message received() {
    return await()
        .atMost(Parts.PATIENCE)
        .until(
            () ->
                sqs.receiveMessage(
                        request ->
                            request
                                .queueUrl(url)
                                .waitTimeSeconds(1)
                                .visibilityTimeout(2)
                                .messageAttributeNames("All"))
                    .messages(),
            messages -> !messages.isEmpty())
        .getFirst();
  }

  private static MessageAttributeValue string(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }
}
