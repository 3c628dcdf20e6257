package za.lexohub.domain.erasure;

import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.invoice.Invoices.invoice;
import static za.lexohub.domain.proforma.ProFormas.SENT_AT;
import static za.lexohub.domain.proforma.ProFormas.byLink;
import static za.lexohub.domain.proforma.ProFormas.proForma;
import static za.lexohub.domain.proforma.ProFormas.recorded;
import static za.lexohub.messages.erasure.FileSubject.ATTORNEY;
import static za.lexohub.messages.erasure.FileSubject.CLIENT;
import static za.lexohub.messages.erasure.FileSubject.WORDING;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.domain.invoice.Invoices;
import za.lexohub.domain.proforma.ProFormas;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.erasure.ErasedData;
import za.lexohub.messages.erasure.ErasureCommands.ErasePersonalData;
import za.lexohub.messages.erasure.ErasureEvents.ErasureScheduled;
import za.lexohub.messages.erasure.ErasureEvents.PersonalDataErased;
import za.lexohub.messages.erasure.FileReference;
import za.lexohub.messages.erasure.FileSubject;
import za.lexohub.messages.erasure.PersonalFileId;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePaid;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDeclined;

/** The papers of one file, and what is asked to have it erased. */
abstract class ErasedPapers {
  static final List<FileSubject> ALL = List.of(CLIENT, ATTORNEY, WORDING);

  /** Paid on 3 February 2027: the council's seven years end with that day in 2034. */
  static final LocalDate PAID_ON = LocalDate.of(2027, 2, 3);

  static final LocalDate YEARS_LATER = LocalDate.of(2029, 5, 10);
  static final LocalDate DUE_ON = LocalDate.of(2034, 2, 4);
  static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");
  static final Instant DUE = Instant.parse("2034-02-03T22:00:00Z");

  final Books books = new Books();
  final Books.RecordedKeys keys = Books.bean(Books.RecordedKeys.class);
  final Books.Drafts drafts = Books.bean(Books.Drafts.class);
  final TenantId jhb = Samples.fresh("jhb");
  final ProFormas quote = proForma().of(jhb);
  final FileReference file = FileReference.of(quote.id());
  final PersonalFileId id = PersonalFileId.of(file);

  @BeforeEach
  void forgetKeys() {
    keys.destroyed.clear();
    keys.goneEverywhere = true;
  }

  ErasePersonalData erase(FileReference of, boolean schedule, Instant at) {
    return new ErasePersonalData(of, jhb, ALL, sealed("asked for"), schedule, at);
  }

  ErasePersonalData erase(Instant at) {
    return erase(file, false, at);
  }

  ErasePersonalData schedule() {
    return erase(file, true, NOW);
  }

  Books declined() {
    return books.given(
        quote.drafted(),
        quote.sent(1),
        new ProFormaDeclined(quote.id(), null, byLink(1, SENT_AT).channel(), "attorney", SENT_AT));
  }

  Object[] paid(ProFormas of, LocalDate on) {
    Invoices inv = invoice().from(of);
    Money total = inv.totals().total();
    return new Object[] {
      of.drafted(),
      of.sent(1),
      of.accepted(1, recorded(SENT_AT)),
      of.validated(1),
      inv.generated(),
      of.converted(1),
      inv.sent(),
      new PaymentRecorded(
          inv.id(), PaymentId.random(), total, PaymentMethod.EFT, on, null, Money.ZERO),
      new InvoicePaid(inv.id(), total, on)
    };
  }

  ErasedData data(FileReference of, List<UUID> quotes, List<UUID> invoices) {
    return new ErasedData(of, ALL, quotes, invoices);
  }

  PersonalDataErased erased(ErasedData what, Instant at) {
    return new PersonalDataErased(
        PersonalFileId.of(what.file()), jhb, what, sealed("asked for"), PersonalFile.STORES, at);
  }

  ErasureScheduled scheduled() {
    return (ErasureScheduled) books.stream(id).getLast();
  }
}
