package za.lexohub.processes.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoiceNotification;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationRequested;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.processes.Log;
import za.lexohub.processes.PaperSealing;
import za.lexohub.processes.RecordingGateway;
import za.lexohub.processes.Samples;
import za.lexohub.processes.queue.Delivery;
import za.lexohub.processes.queue.OutcomeRecorder;
import za.lexohub.processes.queue.SendEmail;
import za.lexohub.processes.storage.DocumentStore;

/** The notice to the advocate, which can go without a paper and so without any part. */
class SendEmailWorkerTest {

  private static final Delivery DELIVERY = new Delivery("m-1", "corr-1");

  private final List<MimeMessage> mailed = new CopyOnWriteArrayList<>();
  private final Log log = new Log();
  private final RecordingGateway gateway = new RecordingGateway();
  private final S3Client s3 =
      S3Client.builder()
          .region(Region.AF_SOUTH_1)
          .endpointOverride(URI.create("http://127.0.0.1:1"))
          .credentialsProvider(AnonymousCredentialsProvider.create())
          .build();
  private final SendEmailWorker worker =
      worker(
          new JavaMailSenderImpl() {
            @Override
            protected void doSend(MimeMessage[] messages, Object @Nullable [] originals) {
              mailed.addAll(List.of(messages));
            }
          });

  private SendEmailWorker worker(JavaMailSenderImpl sender) {
    Clock clock = Clock.fixed(Instant.parse("2024-09-01T09:00:00Z"), ZoneOffset.UTC);
    return new SendEmailWorker(
        new Archive(log.store(), log, new DocumentStore(s3, "papers", new PaperSealing())),
        (id, purpose, generation) -> "token",
        "https://lexohub.example",
        new Postman(
            sender,
            new LetterTemplates(),
            "LexoHub <billing@lexohub.example>",
            clock,
            CircuitBreaker.ofDefaults("mail")),
        new OutcomeRecorder(gateway, MailConfiguration.ACTOR));
  }

  @AfterEach
  void close() {
    s3.close();
    log.close();
  }

  @Test
  void five_messages_that_wait_for_one_mail_send_it_once() throws Exception {
    List<SendEmail> waiting = requestedFiveTimes();
    try (ExecutorService consumers = Executors.newFixedThreadPool(4)) {
      List<Callable<Void>> tasks = new ArrayList<>();
      waiting.forEach(
          message ->
              tasks.add(
                  () -> {
                    worker.work(message, DELIVERY);
                    return null;
                  }));
      for (Future<Void> task : consumers.invokeAll(tasks)) {
        task.get();
      }
    }

    assertThat(mailed).hasSize(1);
    assertThat(gateway.commands()).singleElement().isInstanceOf(RecordInvoiceNotification.class);
  }

  @Test
  void a_message_that_names_no_request_is_worked_off() throws Exception {
    requestedFiveTimes();
    worker.work(notice(null), DELIVERY);

    assertThat(mailed).hasSize(1);
  }

  @Test
  void a_failure_says_what_happened_and_names_nobody() throws Exception {
    SendEmailWorker refused =
        worker(
            new JavaMailSenderImpl() {
              @Override
              protected void doSend(MimeMessage[] messages, Object @Nullable [] originals) {
                throw new MailSendException(Map.of(messages[0], greylisted()));
              }
            });
    List<SendEmail> waiting = requestedFiveTimes();

    assertThatThrownBy(() -> refused.work(waiting.getLast(), DELIVERY))
        .isInstanceOf(NotMailed.class)
        .hasNoCause()
        .hasMessageEndingWith(": MailSendException, SendFailedException, MessagingException 451");
    assertThat(gateway.commands()).isEmpty();
  }

  private static Exception greylisted() {
    String address = Samples.COUNSEL.email();
    return new SendFailedException(
        "Invalid Addresses: " + address,
        new SendFailedException(
            "No recipient was taken", new MessagingException("451 try " + address + " later")));
  }

  /** As many as a process sends in the quarter of an hour before it gives up. */
  private List<SendEmail> requestedFiveTimes() {
    new Samples(log).draftInvoice();
    for (int i = 0; i < 5; i++) {
      log.append(
          Samples.INVOICE,
          new InvoiceNotificationRequested(
              Samples.INVOICE, "invoice-generated", Recipient.ADVOCATE, 1));
    }
    // The first event of the invoice generates it.
    return LongStream.rangeClosed(1, 5).mapToObj(SendEmailWorkerTest::notice).toList();
  }

  private static SendEmail notice(@Nullable Long request) {
    return new SendEmail(
        SendEmail.TYPE,
        Recipient.ADVOCATE.name(),
        "invoice-generated",
        new SendEmail.Data(
            Samples.TENANT.value(), Samples.INVOICE.value(), null, 1, request, null, null),
        Instant.EPOCH);
  }
}
