package za.lexohub.journeys;

import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Everything one advocate can be commanded to do, with a body that is right for it. */
final class Desk {

  /**
   * A command.
   *
   * @param resource what {@code If-Match} is about; blank when nothing exists yet
   */
  record Command(String resource, String verb, String body) {
    String path() {
      return resource.isBlank() ? verb : resource + "/" + verb;
    }
  }

  final String matter;
  final String requested;
  final String submitted;
  final String drafted;
  final String sent;
  final String draftInvoice;
  final String issuedInvoice;
  private final Story story;

  Desk(Caller advocate, Caller attorney) {
    story = new Story(advocate, attorney);
    matter = "/api/v1/matters/" + advocate.post("/api/v1/matters", story.form()).expect(201).id();
    requested = Story.proForma(story.link().id());
    Answer link = story.link();
    story.submit(link.at("/link/token"));
    submitted = Story.proForma(link.id());
    await().atMost(Story.PATIENCE).until(() -> story.status(link.id()).equals("SUBMITTED"));
    drafted = Story.proForma(advocate.post("/api/v1/pro-formas", draft()).expect(201).id());
    sent = Story.proForma(story.sent(2_500_000, 250_000));
    draftInvoice = Story.invoice(story.invoiced(2_500_000, 250_000));
    String issued = story.invoiced(2_500_000, 250_000);
    story.sendInvoice(issued, "{}");
    issuedInvoice = Story.invoice(issued);
  }

  List<Command> commands() {
    String because = "{\"reason\": \"a good one\"}";
    String pricing =
        story.pricing(2_500_000, 250_000).replaceFirst("\\{", "{\"validUntil\": \"2099-01-01\", ");
    return List.of(
        new Command("", "/api/v1/matters", matterForm()),
        new Command(matter, "put-on-hold", because),
        new Command(matter, "resume", "{}"),
        new Command(matter, "settle", "{\"date\": \"2026-01-05\"}"),
        new Command(matter, "close", "{\"date\": \"2026-01-05\"}"),
        new Command(matter, "archive", because),
        new Command(matter, "unarchive", "{}"),
        new Command("", "/api/v1/pro-formas", linkForm()),
        new Command("", "/api/v1/pro-formas", draft()),
        new Command(requested, "regenerate-link", "{\"expiresAt\": \"" + later() + "\"}"),
        new Command(submitted, "draft", pricing),
        new Command(submitted, "reject", because),
        new Command(drafted, "revise", pricing),
        new Command(drafted, "send", "{}"),
        new Command(drafted, "withdraw", because),
        new Command(sent, "accept", "{}"),
        new Command(sent, "decline", because),
        new Command(sent, "request-changes", "{\"note\": \"less, please\"}"),
        new Command(sent, "extend", "{\"newDate\": \"2099-01-01\"}"),
        new Command(sent, "convert", "{}"),
        new Command(draftInvoice, "update", invoiceDraft()),
        new Command(
            draftInvoice,
            "discount",
            "{\"discount\": {\"amount\": 50000, \"currency\": \"ZAR\"}, \"reason\": \"agreed\"}"),
        new Command(draftInvoice, "discard", because),
        new Command(draftInvoice, "send", "{\"invoiceDate\": \"2026-01-05\"}"),
        new Command(issuedInvoice, "resend", "{}"),
        new Command(issuedInvoice, "void", because),
        new Command(issuedInvoice, "payments", payment()),
        new Command(issuedInvoice, "payments/" + UUID.randomUUID() + "/reverse", because),
        new Command(submitted, "convert-to-matter", "{}"),
        new Command(submitted, "reverse-conversion", because),
        new Command("", "/api/v1/rate-cards", rateCard()),
        new Command("", "/api/v1/invoices", fixedFee()),
        new Command("", "/api/v1/invoices", work()),
        new Command("", "/api/v1/invoices/batch", "{\"matterIds\": [\"" + matterId() + "\"]}"),
        new Command(issuedInvoice, "set-reminders", "{\"enabled\": false}"),
        new Command(
            issuedInvoice,
            "acknowledge-debt",
            "{\"acknowledgedOn\": \"2026-01-05\", \"note\": \"by letter\"}"),
        new Command(matter, "activate", "{\"date\": \"2026-01-05\"}"),
        new Command(matter, "accept", "{\"vatExempt\": true, \"acceptedOn\": \"2026-01-05\"}"),
        new Command(matter, "decline", because),
        new Command(matter, "reopen", because),
        new Command(matter, "complete-conflict-check", "{\"cleared\": true, \"notes\": \"none\"}"),
        new Command(matter, "override-conflict", because),
        new Command(matter, "approve-billing", "{\"notes\": \"well done\"}"),
        new Command(matter, "reject-billing", because),
        new Command(matter, item() + "amend-time", time()),
        new Command(matter, item() + "amend-service", service()),
        new Command(matter, item() + "amend-disbursement", disbursement()),
        new Command(
            matter,
            item() + "correct-vat",
            "{\"vatTreatment\": \"EXEMPT\", \"reason\": \"a good one\"}"),
        new Command(matter, item() + "remove", because),
        new Command(matter, item() + "write-off", because));
  }

  private String item() {
    return "work-items/" + UUID.randomUUID() + "/";
  }

  private static String time() {
    return """
    {"date": "2026-01-05", "minutes": 90, "rate": {"amount": 250000, "currency": "ZAR"},
     "billable": true, "vatTreatment": "STANDARD", "description": "Consultation"}\
    """;
  }

  private static String service() {
    return """
    {"date": "2026-01-05", "category": "DRAFTING", "quantity": 2.5,
     "rate": {"amount": 250000, "currency": "ZAR"}, "description": "Heads of argument"}\
    """;
  }

  private static String disbursement() {
    return """
    {"date": "2026-01-05", "type": "COURIER", "cost": {"amount": 18500, "currency": "ZAR"},
     "markupBasisPoints": 0, "description": "Courier to the registrar"}\
    """;
  }

  List<String> lists() {
    return List.of(
        "/api/v1/matters",
        "/api/v1/pro-formas",
        "/api/v1/invoices",
        "/api/v1/workflows",
        "/api/v1/agreements",
        "/api/v1/scope-amendments",
        "/api/v1/notifications",
        "/api/v1/rate-cards",
        "/api/v1/invoice-batches",
        "/api/v1/credit-notes",
        "/api/v1/disputes",
        "/api/v1/receipts",
        "/api/v1/retainers",
        "/api/v1/trust-account/entries");
  }

  String payment() {
    return """
    {"paymentId": "%s", "amount": {"amount": 1, "currency": "ZAR"}, "method": "EFT",
     "paymentDate": "2026-01-05", "reference": "proof"}
    """
        .formatted(UUID.randomUUID());
  }

  private String matterId() {
    return matter.substring(matter.lastIndexOf('/') + 1);
  }

  private static String rateCard() {
    return """
    {"name": "Consultation", "category": "CONSULTATION", "pricing": "HOURLY",
     "matterType": "Opinion", "rate": {"amount": 350000, "currency": "ZAR"},
     "minimum": {"amount": 300000, "currency": "ZAR"},
     "maximum": {"amount": 400000, "currency": "ZAR"}}
    """;
  }

  private String work() {
    return """
    {"source": "MATTER_WIP", "matterId": "%s", "invoiceType": "INTERIM", "workItems": ["%s"],
     "through": "2026-01-05", "title": "Opinion", "narrative": "For the opinion on the deed"}
    """
        .formatted(matterId(), UUID.randomUUID());
  }

  private String fixedFee() {
    return """
    {"source": "FIXED_FEE", "matterId": "%s", "invoiceType": "MILESTONE", "title": "Opinion",
     "description": "On a trust deed", "narrative": "As agreed for the opinion",
     "lines": [{"kind": "FEE", "description": "Opinion", "quantity": 1,
                "rate": {"amount": 250000, "currency": "ZAR"}}]}
    """
        .formatted(matterId());
  }

  private String matterForm() {
    return """
    {"matterType": "Opinion", "title": "%1$s trust", "description": "On a trust deed",
     "client": {"name": "%1$s", "email": "client@dlamini.example", "phone": "+27 11 555 0000",
                "address": "1 Fox Street", "vatNumber": "4010101010"},
     "attorney": {"name": "Sipho Khumalo", "email": "%2$s", "firm": "Khumalo",
                  "firmReference": "SK/1"},
     "vatExempt": false, "courtCaseNumber": "2026/1", "openedOn": "2026-01-05"}
    """
        .formatted(story.client, story.email);
  }

  private String linkForm() {
    return """
    {"kind": "LINK", "matterType": "Opinion", "title": "%1$s trust", "description": "A deed",
     "client": {"name": "%1$s"}, "urgency": "HIGH", "requestedAction": "PRO_FORMA",
     "expiresAt": "%2$s"}
    """
        .formatted(story.client, later());
  }

  /**
   * Ahead of the journeys' clock, which other stories move on, and within the year that is allowed.
   */
  private static Instant later() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(200, ChronoUnit.DAYS);
  }

  private String draft() {
    return """
    {"kind": "DRAFT", "matterType": "Opinion", "title": "%1$s trust",
     "narrative": "Heads of argument and appearance", "client": {"name": "%1$s"},
     "attorney": {"name": "Sipho Khumalo", "email": "%2$s", "address": "1 Fox Street"},
     "quoteDate": "2026-01-05", "validUntil": "2099-01-01",
     "lines": [%3$s]}
    """
        .formatted(story.client, story.email, line());
  }

  private String invoiceDraft() {
    return """
    {"title": "Opinion", "description": "On a trust deed",
     "narrative": "Heads of argument and appearance", "lines": [%s],
     "invoiceDate": "2026-01-05", "paymentTermDays": 30}
    """
        .formatted(line());
  }

  private static String line() {
    return """
    {"kind": "FEE", "date": "2026-01-05", "description": "Heads of argument", "quantity": 2.5,
     "rate": {"amount": 250000, "currency": "ZAR"}, "vatTreatment": "STANDARD"}\
    """;
  }
}
