package za.lexohub.processes.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoiceNotificationBounce;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.processes.Log;
import za.lexohub.processes.PaperSealing;
import za.lexohub.processes.RecordingGateway;
import za.lexohub.processes.Samples;
import za.lexohub.processes.aws.WireFormat;
import za.lexohub.processes.queue.Delivery;
import za.lexohub.processes.queue.MailBounce;
import za.lexohub.processes.queue.OutcomeRecorder;
import za.lexohub.processes.storage.DocumentStore;

class BounceWorkerTest {

  private static final Delivery DELIVERY = new Delivery("m-1", "corr-1");
  private static final String FINAL = "<final-invoice.2." + Samples.INVOICE + "@lexohub.example>";

  private final Log log = new Log();
  private final RecordingGateway gateway = new RecordingGateway();
  private final S3Client s3 =
      S3Client.builder()
          .region(Region.AF_SOUTH_1)
          .endpointOverride(URI.create("http://127.0.0.1:1"))
          .credentialsProvider(AnonymousCredentialsProvider.create())
          .build();
  private final BounceWorker worker =
      new BounceWorker(
          new Archive(log.store(), log, new DocumentStore(s3, "papers", new PaperSealing())),
          new OutcomeRecorder(gateway, MailConfiguration.ACTOR));

  @AfterEach
  void close() {
    s3.close();
    log.close();
  }

  private static MailBounce bounce(String type, @Nullable String messageId, String status) {
    return new MailBounce(
        "Bounce",
        new MailBounce.Bounce(type, List.of(new MailBounce.Recipient(status))),
        new MailBounce.Mail(new MailBounce.CommonHeaders(messageId)));
  }

  @Test
  void whatAmazonTellsIsReadAndRecordedWithoutNames() throws Exception {
    new Samples(log).draftInvoice();
    MailBounce told =
        WireFormat.read(
            """
            {"notificationType": "Bounce",
             "bounce": {"bounceType": "Permanent", "bounceSubType": "General",
               "bouncedRecipients": [{"emailAddress": "naledi@mahlanguinc.example",
                 "action": "failed", "status": "5.1.1",
                 "diagnosticCode": "smtp; 550 5.1.1 <naledi@mahlanguinc.example> unknown"}]},
             "mail": {"destination": ["naledi@mahlanguinc.example"],
               "commonHeaders": {"messageId": "%s", "subject": "Invoice"}}}
            """
                .formatted(FINAL),
            MailBounce.class);
    worker.work(told, DELIVERY);
    assertThat(gateway.commands())
        .containsExactly(
            new RecordInvoiceNotificationBounce(
                Samples.INVOICE,
                Samples.TENANT,
                "final-invoice",
                Recipient.ATTORNEY,
                2,
                "returned for good, 5.1.1"));
  }

  @Test
  void theNoticeOfADraftWasTheAdvocates() throws Exception {
    new Samples(log).draftInvoice();
    worker.work(
        bounce("Permanent", "<invoice-generated.1." + Samples.INVOICE + "@x.example>", "no code"),
        DELIVERY);
    assertThat(gateway.commands())
        .containsExactly(
            new RecordInvoiceNotificationBounce(
                Samples.INVOICE,
                Samples.TENANT,
                "invoice-generated",
                Recipient.ADVOCATE,
                1,
                "returned for good"));
  }

  @Test
  void whatMayYetBeDeliveredOrIsNoMailOfOursIsLeftAlone() throws Exception {
    new Samples(log).draftInvoice();
    worker.work(bounce("Transient", FINAL, "4.4.7"), DELIVERY);
    worker.work(bounce("Permanent", null, "5.1.1"), DELIVERY);
    worker.work(bounce("Permanent", "<newsletter@elsewhere.example>", "5.1.1"), DELIVERY);
    worker.work(
        bounce("Permanent", "<pro-forma.1." + Samples.PRO_FORMA + "@x.example>", "5.1.1"),
        DELIVERY);
    assertThat(gateway.commands()).isEmpty();
  }
}
