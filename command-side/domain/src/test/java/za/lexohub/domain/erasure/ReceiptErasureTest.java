package za.lexohub.domain.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.invoice.Invoices.DUE;
import static za.lexohub.domain.invoice.Invoices.invoice;
import static za.lexohub.domain.proforma.ProFormas.proForma;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.Books;
import za.lexohub.domain.FiledMoney;
import za.lexohub.domain.Samples;
import za.lexohub.domain.invoice.Invoices;
import za.lexohub.domain.matter.Matters;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.erasure.ErasureCommands.CarryOutErasure;
import za.lexohub.messages.erasure.ErasureCommands.ErasePersonalData;
import za.lexohub.messages.erasure.ErasureEvents.ErasureScheduled;
import za.lexohub.messages.erasure.ErasureEvents.PersonalDataErased;
import za.lexohub.messages.erasure.FileReference;
import za.lexohub.messages.erasure.FileSubject;
import za.lexohub.messages.erasure.PersonalFileId;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.matter.MatterEvents.MatterClosed;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.receipt.ReceiptCommands.RecordReceipt;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptRecorded;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptRefunded;
import za.lexohub.messages.receipt.ReceiptId;
import za.lexohub.messages.retainer.RetainerEvents.RetainerAgreed;
import za.lexohub.messages.retainer.RetainerId;
import za.lexohub.messages.retainer.RetainerType;

/** Money on a receipt has to go somewhere before the file is forgotten to which it belongs. */
class ReceiptErasureTest {
  private static final LocalDate DAY = LocalDate.of(2026, 9, 7);
  private static final Instant LATER = Instant.parse("2027-03-01T08:00:00Z");

  private final Books books = new Books();
  private final FiledMoney filed = Books.bean(FiledMoney.class);
  private final TenantId tenant = Samples.fresh("keeps");
  private final Matters matter = Matters.matter().of(tenant);
  private final ReceiptId receipt = ReceiptId.random();

  @BeforeEach
  void aClosedMatter() {
    books.given(matter.opened(), new MatterClosed(matter.id(), DAY));
  }

  private Books.Outcome erased(FileReference file, boolean schedule) {
    return books.when(
        new ErasePersonalData(
            file, tenant, List.of(FileSubject.values()), sealed("asked for"), schedule, LATER));
  }

  private Books.Outcome erased() {
    return erased(FileReference.of(matter.id()), false);
  }

  private ReceiptRecorded recorded() {
    return new ReceiptRecorded(
        receipt, tenant, Money.cents(700), PaymentMethod.EFT, DAY, null, matter.id(), null);
  }

  private ReceiptRefunded refunded(ReceiptId of, long cents) {
    return new ReceiptRefunded(of, Money.cents(cents), sealed("sent back"), Money.ZERO);
  }

  @Test
  void moneyOnAReceiptOfTheMatterKeepsItAndItsLastMovementForSevenYears() {
    books.given(recorded());
    Books.Outcome held = erased();
    held.isRefusedBy(Rule.PERSONAL_DATA_IN_USE);
    assertThat(held.refusal()).hasMessageContaining("receipt");
    erased(FileReference.of(matter.id()), true).isRefusedBy(Rule.PERSONAL_DATA_IN_USE);

    books.givenOn(LocalDate.of(2026, 11, 2), refunded(receipt, 700));
    erased().isRefusedBy(Rule.RETENTION_RUNS);
    ErasureScheduled scheduled =
        (ErasureScheduled) erased(FileReference.of(matter.id()), true).events().getFirst();
    assertThat(scheduled.dueOn()).isEqualTo(LocalDate.of(2033, 11, 3));
  }

  @Test
  void moneyThatCameWhileAnErasureWasScheduledHoldsItUpOnItsDay() {
    books.given(recorded(), refunded(receipt, 700));
    erased(FileReference.of(matter.id()), true).events();
    books.given(
        new ReceiptRecorded(
            ReceiptId.random(),
            tenant,
            Money.cents(5),
            PaymentMethod.EFT,
            DAY,
            null,
            matter.id(),
            null));
    books
        .when(
            new CarryOutErasure(
                FileReference.of(matter.id()), tenant, Instant.parse("2040-01-01T08:00:00Z")))
        .isRefusedBy(Rule.PERSONAL_DATA_IN_USE);
  }

  @Test
  void theRestOfAnOverpaymentKeepsTheFileOfItsInvoice() {
    Invoices inv = invoice().from(proForma().of(tenant));
    books.given(inv.proForma().untilValidated(inv.proForma().offer()));
    books.given(inv.generated(), inv.proForma().converted(1), inv.sent());
    PaymentId payment = PaymentId.random();
    books.after(inv.pay(payment, inv.totals().total().amount() + 500));
    FileReference file = FileReference.of(inv.proForma().id());
    erased(file, false).isRefusedBy(Rule.PERSONAL_DATA_IN_USE);

    List<ReceiptId> rests = filed.restsOf(tenant, Set.of(inv.id()));
    books.givenOn(DUE, refunded(rests.getFirst(), 500));
    erased(file, false).isRefusedBy(Rule.RETENTION_RUNS);
  }

  @Test
  void theRestsOfAllInvoicesOfAFileAreAskedForTogether() {
    Invoices one = invoice().from(proForma().of(tenant).on(matter.id()));
    Invoices other = invoice().from(proForma().of(tenant).on(matter.id()));
    for (Invoices it : List.of(one, other)) {
      books.given(it.proForma().untilValidated(it.proForma().offer()));
      books.given(it.generated(), it.proForma().converted(1), it.sent());
    }
    int before = filed.asked;

    erased(FileReference.of(matter.id()), false).isRefusedBy(Rule.PERSONAL_DATA_IN_USE);

    assertThat(filed.asked - before).isOne();
  }

  @Test
  void moneyOfAnotherMatterKeepsNothingHere() {
    Matters other = Matters.matter().of(tenant);
    books.given(
        other.opened(),
        new ReceiptRecorded(
            receipt, tenant, Money.cents(700), PaymentMethod.EFT, DAY, null, other.id(), null));
    assertThat(erased().events()).hasExactlyElementsOfTypes(PersonalDataErased.class);
  }

  @Test
  void aReceiptThatIsCommittedDuringTheLookIsSeen() {
    books.given(recorded());
    filed.late = receipt.value();
    erased().isRefusedBy(Rule.PERSONAL_DATA_IN_USE);
  }

  @Test
  void aRetainerThatIsAgreedDuringTheLookIsSeen() {
    RetainerId retainer = RetainerId.random();
    books.given(
        new RetainerAgreed(
            retainer,
            tenant,
            matter.id(),
            RetainerType.EVERGREEN,
            Money.cents(1_000),
            DAY,
            null,
            false,
            20,
            null));
    filed.late = retainer.value();
    erased().isRefusedBy(Rule.PERSONAL_DATA_IN_USE);
  }

  @Test
  void nothingIsReceivedForAMatterThatIsErased() {
    erased().events();
    books
        .when(
            new RecordReceipt(
                receipt, tenant, Money.cents(700), PaymentMethod.EFT, DAY, matter.id(), null, DAY))
        .isRefusedBy(Rule.PERSONAL_DATA_ERASED);
    assertThat(books.stream(PersonalFileId.of(FileReference.of(matter.id())))).hasSize(1);
    assertThat(books.stream(receipt)).isEmpty();
  }
}
