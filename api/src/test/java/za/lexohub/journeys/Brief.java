package za.lexohub.journeys;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.proforma.ProFormaId;

/** One pro forma on its way from the link to the paid invoice, one step after the other. */
final class Brief {

  private static final long FEE = 2_500_000;
  private static final long DISBURSEMENT = 250_000;
  static final long TOTAL = 3_162_500;
  private static final long FIRST_PART = 1_000_000;

  /** All steps, in their order. */
  static final List<Consumer<Brief>> STEPS =
      List.of(
          Brief::link,
          Brief::submit,
          Brief::draft,
          Brief::send,
          Brief::accept,
          Brief::sendInvoice,
          Brief::payPart,
          Brief::payTheRest);

  final Story story;
  final List<UUID> payments = new ArrayList<>();
  private Caller attorney;
  private String token = "";
  private String proForma = "";

  Brief(Caller advocate, URI base) {
    attorney = Caller.with(null, base).persistent();
    story = new Story(advocate.persistent(), attorney);
  }

  void goesOnAt(URI base) {
    story.goesOnAt(base);
    attorney = attorney.at(base);
  }

  String proForma() {
    return proForma;
  }

  /** Known before it is made: the same pro forma always comes to the same invoice. */
  String invoice() {
    return InvoiceId.forProForma(new ProFormaId(UUID.fromString(proForma)), 1).toString();
  }

  void link() {
    Answer link = story.link();
    proForma = link.id();
    token = link.at("/link/token");
  }

  void submit() {
    story.submit(token);
  }

  void draft() {
    await().atMost(Story.PATIENCE).until(() -> story.status(proForma).equals("SUBMITTED"));
    story.draft(proForma, FEE, DISBURSEMENT);
  }

  void send() {
    story.send(proForma);
  }

  void accept() {
    await().atMost(Story.PATIENCE).until(() -> !Mailbox.of(story.email).isEmpty());
    String offer = Mailbox.of(story.email).getFirst().text();
    String answer = offer.replaceAll("(?s).*/public/pro-formas/([A-Za-z0-9_-]{43}).*", "$1");
    attorney.post("/api/v1/public/pro-formas/" + answer + "/accept", "{}").expect(200);
  }

  void sendInvoice() {
    story.converted(proForma);
    story.sendInvoice(invoice(), "{}");
  }

  void payPart() {
    pay(FIRST_PART);
  }

  void payTheRest() {
    pay(TOTAL - FIRST_PART);
  }

  private void pay(long cents) {
    UUID payment = UUID.randomUUID();
    payments.add(payment);
    String body = Story.payment(cents).replaceFirst("\\{", "{\"paymentId\": \"" + payment + "\", ");
    // The sending goes on meanwhile, and each of its events makes another version.
    await()
        .atMost(Story.PATIENCE)
        .until(() -> story.tryToPay(invoice(), body), answer -> answer.status() != 412)
        .expect(200);
  }
}
