package za.lexohub.benchmarks.crash;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.creditnote.CreditNoteCommands.DraftCreditNote;
import za.lexohub.messages.creditnote.CreditNoteCommands.IssueCreditNote;
import za.lexohub.messages.creditnote.CreditNoteId;
import za.lexohub.messages.creditnote.NoteCategory;
import za.lexohub.messages.creditnote.NoteKind;
import za.lexohub.messages.invoice.InvoiceCommands.DiscardInvoiceDraft;
import za.lexohub.messages.invoice.InvoiceCommands.GenerateFixedFeeInvoice;
import za.lexohub.messages.invoice.InvoiceCommands.SendInvoice;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.matter.MatterCommands.OpenMatter;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.LineKind;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.OfferedLine;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.party.DataSubjects;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.practice.AdvocateCommands.ChangePracticeProfile;
import za.lexohub.messages.practice.AdvocateCommands.RegisterAdvocate;
import za.lexohub.messages.practice.AdvocateId;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.practice.PracticeProfile;
import za.lexohub.messages.proforma.ProFormaCommands.DraftProForma;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.messages.trust.TrustAccountCommands.OpenTrustAccount;
import za.lexohub.messages.trust.TrustAccountCommands.ReceiveTrustMoney;
import za.lexohub.messages.trust.TrustAccountId;

/** The commands that an errand takes, in their order, each with what it is about. */
final class Paperwork {
  private static final Money LARGE = Money.cents(1_000_000_000L);

  private final Errand errand;
  private final TenantId tenant;
  private final LocalDate day;
  private final Errand books;
  private final Map<TenantCommand, String> commands = new LinkedHashMap<>();

  private Paperwork(Errand errand) {
    this.errand = errand;
    this.tenant = new TenantId(errand.tenant());
    this.day = LocalDate.of(errand.year(), 6, 15);
    this.books = Errand.booksOf(errand.tenant(), errand.year());
  }

  static Map<TenantCommand, String> of(Errand errand) {
    Paperwork paperwork = new Paperwork(errand);
    paperwork.fill();
    return paperwork.commands;
  }

  private void fill() {
    switch (errand.what()) {
      case BOOKS -> openBooks();
      case MATTER -> openMatter(errand.id());
      case PRO_FORMA -> draftProForma();
      case INVOICE -> draftInvoice(errand.id(), Money.cents(100_000));
      case DISCARDED_INVOICE -> {
        draftInvoice(errand.id(), Money.cents(100_000));
        InvoiceId invoice = new InvoiceId(errand.id());
        commands.put(
            new DiscardInvoiceDraft(invoice, tenant, words(errand.id())), invoice.toString());
      }
      case CREDIT_NOTE -> issueNote(NoteKind.CREDIT, Money.cents(1));
      case DEBIT_NOTE -> issueNote(NoteKind.DEBIT, Money.cents(1));
      case EXCESSIVE_CREDIT_NOTE -> issueNote(NoteKind.CREDIT, LARGE.plus(LARGE));
      case TRUST_RECEIPT -> receive(day, day);
      case EARLY_TRUST_RECEIPT -> receive(day, day.minusDays(1));
    }
  }

  private void openBooks() {
    AdvocateId practice = AdvocateId.of(tenant);
    commands.put(
        new RegisterAdvocate(
            practice, tenant, Bar.JOHANNESBURG, PracticeProfile.REFERRAL, sealed()),
        practice.toString());
    commands.put(
        new ChangePracticeProfile(
            practice, tenant, PracticeProfile.TRUST_ACCOUNT, LocalDate.of(2199, 12, 31)),
        practice.toString());
    TrustAccountId trust = TrustAccountId.of(tenant);
    commands.put(new OpenTrustAccount(trust, tenant, sealed(), day), trust.toString());
    openMatter(matter().value());
    InvoiceId invoice = new InvoiceId(books.id("invoice"));
    draftInvoice(invoice.value(), LARGE);
    commands.put(
        new SendInvoice(invoice, tenant, day, day, BusinessTime.startOf(day)), invoice.toString());
  }

  private void openMatter(UUID id) {
    commands.put(
        new OpenMatter(
            new MatterId(id),
            tenant,
            "Opinion",
            party(),
            party(),
            sealed(),
            false,
            null,
            day,
            false),
        id.toString());
  }

  private void draftProForma() {
    commands.put(
        new DraftProForma(
            new ProFormaId(errand.id()),
            tenant,
            null,
            party(),
            party(),
            "Opinion",
            sealed(),
            List.of(fee(Money.cents(100_000))),
            day,
            day.plusDays(30)),
        errand.id().toString());
  }

  private void draftInvoice(UUID id, Money amount) {
    commands.put(
        new GenerateFixedFeeInvoice(
            new InvoiceId(id),
            tenant,
            matter(),
            InvoiceType.INTERIM,
            sealed(),
            List.of(fee(amount)),
            day),
        id.toString());
  }

  private void issueNote(NoteKind kind, Money amount) {
    CreditNoteId note = new CreditNoteId(errand.id());
    InvoiceId invoice = new InvoiceId(books.id("invoice"));
    commands.put(
        new DraftCreditNote(
            note, tenant, kind, invoice, amount, NoteCategory.OTHER, null, words(invoice.value())),
        note.toString());
    commands.put(new IssueCreditNote(note, tenant, day), note.toString());
  }

  private void receive(LocalDate receivedOn, LocalDate today) {
    TrustAccountId trust = TrustAccountId.of(tenant);
    commands.put(
        new ReceiveTrustMoney(
            trust,
            tenant,
            errand.id(),
            matter(),
            Money.cents(100),
            PaymentMethod.EFT,
            receivedOn,
            null,
            today),
        trust.toString());
  }

  private MatterId matter() {
    return new MatterId(books.id("matter"));
  }

  private static OfferedLine fee(Money amount) {
    return new OfferedLine(LineKind.FEE, null, BigDecimal.ONE, amount, VatTreatment.STANDARD);
  }

  private static Party party() {
    return new Party(sealed(), true);
  }

  private static PersonalData sealed() {
    return words(null);
  }

  /** Nothing here is secret, and nobody opens it. */
  private static PersonalData words(@Nullable UUID file) {
    UUID subject = file == null ? new UUID(1, 1) : DataSubjects.wording(file);
    return new PersonalData(subject, new UUID(2, 2), "bm9uY2U=", "Y2lwaGVydGV4dA==");
  }
}
