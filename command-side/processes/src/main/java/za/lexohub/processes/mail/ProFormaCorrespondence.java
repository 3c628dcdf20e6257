package za.lexohub.processes.mail;

import jakarta.mail.internet.InternetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PartyDetails;
import za.lexohub.messages.party.Wording;
import za.lexohub.messages.practice.SupplierDetails;
import za.lexohub.messages.proforma.LinkPurpose;
import za.lexohub.messages.proforma.ProFormaCommands.RecordProFormaMail;
import za.lexohub.messages.proforma.ProFormaCommands.RecordProFormaMailFailure;
import za.lexohub.messages.proforma.ProFormaCommands.RecordProFormaNotification;
import za.lexohub.messages.proforma.ProFormaCommands.RecordProFormaNotificationFailure;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaPdfStored;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaResent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaSent;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.messages.proforma.PublicTokens;
import za.lexohub.processes.pdf.Notation;

/** The mail that brings a quote and the link to answer it to the attorney. */
final class ProFormaCorrespondence implements Correspondence {

  static final String TEMPLATE = "pro-forma";

  /** The same letter once more, because a person asked for it. */
  static final String AGAIN = "pro-forma-again";

  /** Where the API answers whoever holds a link. */
  private static final String PUBLIC_PATH = "/api/v1/public/pro-formas/";

  private final Archive archive;
  private final PublicTokens tokens;
  private final String publicUrl;
  private final TenantId tenant;
  private final ProFormaId proFormaId;
  private final int number;
  private final @Nullable Long request;
  private final @Nullable FurtherMail again;

  private ProFormaCorrespondence(
      Archive archive,
      PublicTokens tokens,
      String publicUrl,
      TenantId tenant,
      ProFormaId proFormaId,
      int number,
      @Nullable Long request,
      @Nullable FurtherMail again) {
    this.archive = archive;
    this.tokens = tokens;
    this.publicUrl = publicUrl;
    this.tenant = tenant;
    this.proFormaId = proFormaId;
    this.number = number;
    this.request = request;
    this.again = again;
  }

  /** The first mail of a revision. */
  static ProFormaCorrespondence of(
      Archive archive,
      PublicTokens tokens,
      String publicUrl,
      TenantId tenant,
      ProFormaId proFormaId,
      int revision,
      @Nullable Long request) {
    return new ProFormaCorrespondence(
        archive, tokens, publicUrl, tenant, proFormaId, revision, request, null);
  }

  /** The mail of a revision once more. */
  static ProFormaCorrespondence again(
      Archive archive,
      PublicTokens tokens,
      String publicUrl,
      TenantId tenant,
      ProFormaId proFormaId,
      int delivery) {
    return new ProFormaCorrespondence(
        archive, tokens, publicUrl, tenant, proFormaId, delivery, null, new FurtherMail(delivery));
  }

  @Override
  public Decision decide() {
    FurtherMail further = again;
    if (further == null) {
      ProFormaState quote = state(number);
      return quote.belongsTo(tenant) && quote.pending(request)
          ? decide(quote, number, Archive.letterId(TEMPLATE, number, proFormaId.value()))
          : new Decision.Nothing();
    }
    archive.events(proFormaId.toString()).forEach(further::on);
    ProFormaResent resent = further.resent();
    if (resent == null) {
      return new Decision.Nothing();
    }
    ProFormaState quote = state(resent.revision());
    return quote.belongsTo(tenant)
        ? decide(quote, resent.revision(), Archive.letterId(AGAIN, number, proFormaId.value()))
        : new Decision.Nothing();
  }

  private ProFormaState state(int revision) {
    ProFormaState quote = new ProFormaState(TEMPLATE, revision);
    archive.events(proFormaId.toString()).forEach(quote::on);
    return quote;
  }

  private Decision decide(ProFormaState quote, int revision, String letterId) {
    if (quote.superseded()) {
      return new Decision.Impossible("a later revision has taken its place");
    }
    Optional<ProFormaSent> sent = quote.sent();
    Optional<ProFormaPdfStored> stored = quote.stored();
    if (sent.isEmpty() || stored.isEmpty()) {
      // Asked for too early: the message comes again when both may be there.
      throw new IllegalStateException(
          "revision " + revision + " of " + proFormaId + " is not sent or not rendered yet");
    }
    return compose(quote, revision, letterId, sent.get(), stored.get());
  }

  private Decision compose(
      ProFormaState quote,
      int revision,
      String letterId,
      ProFormaSent sent,
      ProFormaPdfStored stored) {
    Optional<PartyDetails> attorney = archive.party(tenant, sent.recipient());
    Optional<InternetAddress> to =
        attorney.flatMap(details -> Address.of(details.email(), details.name()));
    if (to.isEmpty()) {
      return new Decision.Impossible(Archive.unreachable(attorney.isEmpty()));
    }
    Optional<SupplierDetails> counsel =
        archive.open(tenant, quote.offer().supplier().details(), SupplierDetails.class);
    String number = quote.drafted().quoteNumber();
    String total = Notation.money(sent.total());
    String title =
        archive
            .open(tenant, quote.wording(), Wording.class)
            .map(Wording::title)
            .orElse(Archive.ERASED);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("number", number);
    values.put("total", total);
    values.put("matter", title);
    values.put("validUntil", Notation.date(sent.validUntil()));
    values.put("advocate", counsel.map(SupplierDetails::name).orElse(Archive.ERASED));
    values.put("attorney", attorney.map(PartyDetails::name).orElse(Archive.ERASED));
    values.put(
        "client",
        archive
            .party(tenant, quote.drafted().client())
            .map(PartyDetails::name)
            .orElse(Archive.ERASED));
    values.put("link", link(sent));
    return new Decision.Send(
        new Letter(
            letterId,
            to.get(),
            counsel.flatMap(details -> Address.of(details.email(), details.name())).orElse(null),
            Archive.plain("Pro forma estimate " + number + " – " + title),
            TEMPLATE,
            values,
            new Attachment(
                number + (revision == 1 ? "" : "-r" + revision) + ".pdf",
                archive.document(tenant, stored.key(), stored.sha256()))));
  }

  private String link(ProFormaSent sent) {
    String token = tokens.token(proFormaId, LinkPurpose.RESPOND, sent.linkGeneration());
    if (!PublicTokens.hash(token).equals(sent.tokenHash())) {
      throw new IllegalStateException(
          "the secret of public links is not the one with which "
              + proFormaId
              + " was sent; its link would be dead");
    }
    return publicUrl + PUBLIC_PATH + token;
  }

  @Override
  public TenantCommand sent(String messageId) {
    return again == null
        ? new RecordProFormaNotification(proFormaId, tenant, number, TEMPLATE, messageId)
        : new RecordProFormaMail(proFormaId, tenant, number, messageId);
  }

  @Override
  public TenantCommand failed(String reason) {
    return again == null
        ? new RecordProFormaNotificationFailure(proFormaId, tenant, number, TEMPLATE, reason)
        : new RecordProFormaMailFailure(proFormaId, tenant, number, reason);
  }
}
