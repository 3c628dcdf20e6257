package za.lexohub.journeys;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** The steps of the main job, as an advocate and an attorney take them. */
final class Story {

  static final Duration PATIENCE = Duration.ofSeconds(60);

  private Caller advocate;
  private Caller attorney;

  /** Unlike any other story's, so that mails and hits are its own. */
  final String client;

  final String email;

  Story(Caller advocate, Caller attorney) {
    this.advocate = advocate;
    this.attorney = attorney;
    String unique = UUID.randomUUID().toString().substring(0, 8);
    client = "Nomvula Dlamini" + unique;
    email = "attorney-" + unique + "@khumalo.example";
  }

  /** The application was started again, perhaps elsewhere. */
  void goesOnAt(java.net.URI base) {
    advocate = advocate.at(base);
    attorney = attorney.at(base);
  }

  Caller advocate() {
    return advocate;
  }

  Answer link() {
    return advocate
        .post(
            "/api/v1/pro-formas",
            """
            {"kind": "LINK", "matterType": "Commercial litigation",
             "title": "%1$s v Transit Holdings", "client": {"name": "%1$s"}, "urgency": "HIGH"}
            """
                .formatted(client))
        .expect(201);
  }

  String form() {
    return """
    {"matterType": "Commercial litigation", "title": "%1$s v Transit Holdings",
     "description": "Breach of a carriage contract",
     "client": {"name": "%1$s", "email": "client@dlamini.example"},
     "attorney": {"name": "Sipho Khumalo", "firm": "Khumalo Attorneys", "email": "%2$s",
                  "address": "1 Fox Street, Johannesburg"}}
    """
        .formatted(client, email);
  }

  Answer submit(String token) {
    return attorney.post("/api/v1/public/pro-formas/" + token + "/submit", form()).expect(200);
  }

  String pricing(long feeCents, long disbursementCents) {
    return """
    {"title": "%1$s v Transit Holdings", "narrative": "Heads of argument and appearance",
     "lines": [
       {"kind": "FEE", "description": "Heads of argument", "quantity": 10,
        "rate": {"amount": %2$d, "currency": "ZAR"}},
       {"kind": "DISBURSEMENT", "description": "Travel", "quantity": 1,
        "rate": {"amount": %3$d, "currency": "ZAR"}}]}
    """
        .formatted(client, feeCents / 10, disbursementCents);
  }

  Answer draft(String proForma, long feeCents, long disbursementCents) {
    return advocate
        .command(proForma(proForma), "draft", pricing(feeCents, disbursementCents))
        .expect(200);
  }

  Answer send(String proForma) {
    return advocate.command(proForma(proForma), "send", "{}").expect(200);
  }

  /** A pro forma that is with the attorney. */
  String sent(long feeCents, long disbursementCents) {
    Answer link = link();
    submit(link.at("/link/token"));
    String id = link.id();
    // The attorney wrote it: the advocate's own token knows nothing of that.
    await().atMost(PATIENCE).until(() -> status(id).equals("SUBMITTED"));
    draft(id, feeCents, disbursementCents);
    send(id);
    return id;
  }

  /** A draft invoice, made by the billing saga from an accepted pro forma. */
  String invoiced(long feeCents, long disbursementCents) {
    String id = sent(feeCents, disbursementCents);
    advocate.command(proForma(id), "accept", "{}").expect(200);
    converted(id);
    return invoiceOf(id);
  }

  /** A matter on which work is done. */
  String matter() {
    return advocate.post("/api/v1/matters", form()).expect(201).id();
  }

  /** A draft invoice of a fee that was agreed on a matter. */
  String fixedFee(String matter, long cents) {
    return advocate
        .post(
            "/api/v1/invoices",
            """
            {"source": "FIXED_FEE", "matterId": "%s", "title": "Heads of argument",
             "narrative": "As agreed for the heads of argument",
             "lines": [{"kind": "FEE", "description": "Heads of argument", "quantity": 1,
                        "rate": {"amount": %d, "currency": "ZAR"}}]}
            """
                .formatted(matter, cents))
        .expect(201)
        .id();
  }

  void converted(String proForma) {
    await().atMost(PATIENCE).until(() -> status(proForma).equals("CONVERTED"));
  }

  String status(String proForma) {
    return advocate.get(proForma(proForma)).expect(200).at("/status");
  }

  String invoiceOf(String proForma) {
    return advocate.get(proForma(proForma)).expect(200).at("/invoicing/invoiceId");
  }

  Answer sendInvoice(String invoice, String body) {
    return advocate.command(invoice(invoice), "send", body).expect(200);
  }

  Answer pay(String invoice, long cents) {
    return tryToPay(invoice, payment(cents)).expect(200);
  }

  Answer tryToPay(String invoice, String body) {
    return advocate.command(invoice(invoice), "payments", body);
  }

  static String payment(long cents) {
    return """
    {"amount": {"amount": %d, "currency": "ZAR"}, "method": "EFT", "reference": "proof"}
    """
        .formatted(cents);
  }

  Answer read(String path) {
    return advocate.get(path).expect(200);
  }

  Map<String, Long> counts() {
    return counts(tryToCount());
  }

  Answer tryToCount() {
    return advocate.get("/api/v1/workflow/counts");
  }

  static Map<String, Long> counts(Answer answer) {
    var json = answer.expect(200).json();
    return Map.of(
        "matter", json.path("matterCount").asLong(),
        "proForma", json.path("proFormaCount").asLong(),
        "invoice", json.path("invoiceCount").asLong(),
        "unpaid", json.path("unpaidCount").asLong());
  }

  static String proForma(String id) {
    return "/api/v1/pro-formas/" + id;
  }

  static String invoice(String id) {
    return "/api/v1/invoices/" + id;
  }
}
