package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import za.lexohub.embedded.TestParts;
import za.lexohub.messages.ActorType;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceCommands.MarkInvoiceOverdue;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoiceNotificationFailure;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoicePdfFailure;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoiceViewed;
import za.lexohub.messages.invoice.InvoiceCommands.RequestInvoiceNotification;
import za.lexohub.messages.invoice.InvoiceCommands.RequestInvoicePdf;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.messages.proforma.ProFormaCommands.RecordInvoicingFailure;
import za.lexohub.messages.proforma.ProFormaCommands.RecordProFormaNotificationFailure;
import za.lexohub.messages.proforma.ProFormaCommands.RecordProFormaPdfFailure;
import za.lexohub.messages.proforma.ProFormaCommands.RequestProFormaNotification;
import za.lexohub.messages.proforma.ProFormaCommands.RequestProFormaPdf;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.messages.serialization.EventType;
import za.lexohub.messages.serialization.EventTypes;

/**
 * Lives through everything that can happen, once, and keeps the log of it as the golden log of a
 * release: {@code -Dlexohub.golden.release=0.1}, on a run of this class alone. A golden log is
 * written once, by the release it is named after, and never again.
 */
@EnabledIfSystemProperty(named = "lexohub.golden.release", matches = "\\d+\\.\\d+")
class GoldenLogIT {

  private static final TenantId THANDI = new TenantId("7a1d0c5e-0001-4000-8000-000000000001");
  private static final String BECAUSE = "{\"reason\": \"a good one\"}";

  private final Stage stage = Stage.shared();
  private final Engine engine = new Engine(stage);
  private final Caller thandi = stage.as("thandi");
  private final Story story = new Story(thandi, stage.attorney());

  @Test
  void everythingThatCanHappenHappensAndIsKept() throws IOException {
    matter();
    quotes();
    expired();
    invalid();
    billedWithTrouble();
    issued();
    discarded();
    new Story(stage.as("pieter"), stage.attorney()).invoiced(4_500_000, 800_000);
    new Story(stage.as("lerato"), stage.attorney()).sent(2_500_000, 250_000);
    engine.awaitRest();

    Set<String> missing = new TreeSet<>(names());
    missing.removeAll(Sql.column("select distinct event_type from event_log"));
    assertThat(missing).as("events that did not happen").isEmpty();
    assertThat(Engine.parked()).isEmpty();
    Path release =
        Path.of(
            "../command-side/messages/src/test/resources/golden-logs",
            System.getProperty("lexohub.golden.release"));
    GoldenLogFiles.write(
        release,
        TestParts.postgres().database(),
        Path.of(TestParts.all().properties().get("lexohub.keys.directory")));
  }

  private static Set<String> names() {
    return StreamSupport.stream(new EventTypes().events().spliterator(), false)
        .map(event -> event.getAnnotation(EventType.class).value())
        .collect(Collectors.toSet());
  }

  private void matter() {
    String matter = matter(story);
    act(matter, "put-on-hold", BECAUSE);
    act(matter, "resume", "{}");
    act(matter, "settle", onToday());
    act(matter, "close", onToday());
    act(matter, "archive", BECAUSE);
    act(matter, "unarchive", "{}");
  }

  private String matter(Story its) {
    return "/api/v1/matters/" + thandi.post("/api/v1/matters", its.form()).expect(201).id();
  }

  private void quotes() {
    Answer link = story.link();
    thandi.command(Story.proForma(link.id()), "regenerate-link", "{}").expect(200);
    Answer rejected = story.link();
    story.submit(rejected.at("/link/token"));
    await().atMost(Story.PATIENCE).until(() -> story.status(rejected.id()).equals("SUBMITTED"));
    act(Story.proForma(rejected.id()), "reject", BECAUSE);

    String negotiated = story.sent(2_500_000, 250_000);
    engine.awaitRest();
    act(Story.proForma(negotiated), "request-changes", "{\"note\": \"less, please\"}");
    act(
        Story.proForma(negotiated),
        "revise",
        story
            .pricing(2_000_000, 250_000)
            .replaceFirst("\\{", "{\"validUntil\": \"" + today().plusDays(20) + "\", "));
    story.send(negotiated);
    engine.awaitRest();
    act(Story.proForma(negotiated), "decline", BECAUSE);
    String troubled = thandi.post("/api/v1/pro-formas", draft()).expect(201).id();
    ProFormaId id = ProFormaId.of(troubled);
    withoutWorkers(
        () -> {
          story.send(troubled);
          await()
              .atMost(Story.PATIENCE)
              .until(() -> happened(id.toString(), "ProFormaPdfRequested"));
          command(new RecordProFormaPdfFailure(id, THANDI, 1, "the renderer is broken"));
          command(new RequestProFormaPdf(id, THANDI, 1));
          command(new RequestProFormaNotification(id, THANDI, 1, "pro-forma-reminder"));
          command(
              new RecordProFormaNotificationFailure(
                  id, THANDI, 1, "pro-forma-reminder", "the mailbox is full"));
        });
    act(Story.proForma(story.link().id()), "withdraw", BECAUSE);
  }

  private String draft() {
    return """
    {"kind": "DRAFT", "matterType": "Opinion", "title": "%1$s trust",
     "narrative": "Heads of argument and appearance", "client": {"name": "%1$s"},
     "attorney": {"name": "Sipho Khumalo", "email": "%2$s", "address": "1 Fox Street"},
     "lines": [{"kind": "FEE", "description": "Opinion", "quantity": 0.25,
       "rate": {"amount": 250000, "currency": "ZAR"}}]}
    """
        .formatted(story.client, story.email);
  }

  private void expired() {
    Answer link = story.link();
    String sent = story.sent(2_500_000, 250_000);
    stage.clock().pass(Duration.ofDays(40));
    await().atMost(Story.PATIENCE).until(() -> story.status(link.id()).equals("EXPIRED"));
    await().atMost(Story.PATIENCE).until(() -> story.status(sent).equals("EXPIRED"));
    act(Story.proForma(sent), "extend", "{\"newDate\": \"" + today().plusDays(30) + "\"}");
    act(Story.proForma(link.id()), "extend", "{\"newDate\": \"" + today().plusDays(5) + "\"}");
  }

  /** The matter is closed while the attorney makes up their mind. */
  private void invalid() {
    String matter = matter(story);
    String id = matter.substring(matter.lastIndexOf('/') + 1);
    Answer link = story.link();
    story.submit(link.at("/link/token"));
    String proForma = Story.proForma(link.id());
    await().atMost(Story.PATIENCE).until(() -> story.status(link.id()).equals("SUBMITTED"));
    act(
        proForma,
        "draft",
        story.pricing(2_500_000, 250_000).replaceFirst("\\{", "{\"matterId\": \"" + id + "\", "));
    story.send(link.id());
    act(matter, "settle", onToday());
    act(matter, "close", onToday());
    act(proForma, "accept", "{}");
    await().atMost(Story.PATIENCE).until(() -> happened(link.id(), "ProFormaValidationFailed"));
  }

  private void billedWithTrouble() {
    String proForma = story.sent(2_500_000, 250_000);
    engine.awaitRest();
    InvoiceId invoice = InvoiceId.forProForma(ProFormaId.of(proForma), 1);
    withoutWorkers(
        () -> {
          act(Story.proForma(proForma), "accept", "{}");
          await()
              .atMost(Story.PATIENCE)
              .until(() -> happened(invoice.toString(), "InvoicePdfRequested"));
          command(
              new RecordInvoicePdfFailure(
                  invoice, THANDI, PdfKind.DRAFT, 1, "the renderer is broken"));
          command(
              new RecordInvoicingFailure(
                  ProFormaId.of(proForma), THANDI, 1, "GENERATE_PDF", "no answer"));
        });
    thandi.post("/api/v1/workflows/" + proForma + "-1/retry", "{}").expect(200);
    command(new RequestInvoicePdf(invoice, THANDI, PdfKind.DRAFT, 1));
    story.converted(proForma);
  }

  private void issued() {
    String path = Story.invoice(story.invoiced(2_500_000, 250_000));
    InvoiceId invoice = InvoiceId.of(path.substring(path.lastIndexOf('/') + 1));
    act(
        path,
        "update",
        """
        {"title": "Opinion", "narrative": "Heads of argument and appearance",
         "lines": [{"kind": "FEE", "description": "Heads of argument", "quantity": 2.50,
           "rate": {"amount": 1250000, "currency": "ZAR"}}]}
        """);
    act(
        path,
        "discount",
        "{\"discount\": {\"amount\": 50000, \"currency\": \"ZAR\"}, \"reason\": \"agreed\"}");
    story.sendInvoice(invoice.toString(), "{}");
    engine.awaitRest();
    act(path, "resend", "{}");
    command(new RecordInvoiceViewed(invoice, THANDI, now()));
    engine.awaitRest();
    withoutWorkers(
        () -> {
          command(
              new RequestInvoiceNotification(
                  invoice, THANDI, "invoice-reminder", Recipient.ATTORNEY, 9));
          command(
              new RecordInvoiceNotificationFailure(
                  invoice, THANDI, "invoice-reminder", Recipient.ATTORNEY, 9, "no such mailbox"));
        });
    story.pay(invoice.toString(), 100_000);
    long balance = thandi.get(path).expect(200).number("/balance/amount");
    story.pay(invoice.toString(), balance);
    String payment = thandi.get(path).expect(200).at("/payments/0/id");
    act(path, "payments/" + payment + "/reverse", BECAUSE);
    command(new MarkInvoiceOverdue(invoice, THANDI, today().plusDays(61)));
  }

  private void discarded() {
    String proForma = story.sent(2_500_000, 250_000);
    act(Story.proForma(proForma), "accept", "{}");
    story.converted(proForma);
    act(Story.invoice(story.invoiceOf(proForma)), "discard", BECAUSE);
    act(Story.proForma(proForma), "convert", "{}");
    story.converted(proForma);
    String second = story.invoiceOf(proForma);
    story.sendInvoice(second, "{}");
    act(Story.invoice(second), "void", BECAUSE);
  }

  private void act(String resource, String verb, String body) {
    await()
        .atMost(Story.PATIENCE)
        .until(() -> thandi.command(resource, verb, body), answer -> answer.status() != 412)
        .expect(200);
  }

  /** What the system does by itself, done by hand. */
  private void command(TenantCommand command) {
    stage
        .bean(CommandGateway.class)
        .sendAndWait(
            GenericCommandMessage.asCommandMessage(command)
                .withMetaData(
                    Map.of(
                        MetadataKeys.TENANT,
                        command.tenant().value(),
                        MetadataKeys.ACTOR_TYPE,
                        ActorType.SYSTEM.name(),
                        MetadataKeys.ACTOR_ID,
                        "golden-log")));
  }

  private void withoutWorkers(Runnable work) {
    engine.processor("pdf-queue").shutDown();
    engine.processor("email-queue").shutDown();
    try {
      work.run();
    } finally {
      engine.processor("pdf-queue").start();
      engine.processor("email-queue").start();
    }
  }

  private static boolean happened(String aggregate, String type) {
    return Sql.number(
            "select count(*) from event_log where aggregate_id = ? and event_type = ?",
            aggregate,
            type)
        > 0;
  }

  private Instant now() {
    return stage.clock().instant();
  }

  private String onToday() {
    return "{\"date\": \"" + today() + "\"}";
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now(), java.time.ZoneId.of("Africa/Johannesburg"));
  }
}
