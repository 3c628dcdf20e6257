package za.lexohub.domain.proforma;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.proforma.ProFormas.SENT_AT;
import static za.lexohub.domain.proforma.ProFormas.proForma;
import static za.lexohub.domain.proforma.ProFormas.recorded;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.Books;
import za.lexohub.domain.FiledMoney;
import za.lexohub.domain.Samples;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.proforma.ProFormaCommands.ConvertProFormaToMatter;
import za.lexohub.messages.proforma.ProFormaCommands.ReverseProFormaConversion;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptRecorded;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptRefunded;
import za.lexohub.messages.receipt.ReceiptId;
import za.lexohub.messages.retainer.RetainerEvents.RetainerAgreed;
import za.lexohub.messages.retainer.RetainerEvents.RetainerCancelled;
import za.lexohub.messages.retainer.RetainerId;
import za.lexohub.messages.retainer.RetainerType;
import za.lexohub.messages.trust.TrustAccountEvents.TrustAccountOpened;
import za.lexohub.messages.trust.TrustAccountEvents.TrustMoneyReceived;
import za.lexohub.messages.trust.TrustAccountId;

/** A matter on which money of the client moved is not undone. */
class ConversionMoneyTest {
  private static final LocalDate DAY = LocalDate.of(2026, 9, 7);

  private final Books books = new Books();
  private final FiledMoney filed = Books.bean(FiledMoney.class);
  private final TenantId tenant = Samples.fresh("trust");
  private final ProFormas quote = proForma().of(tenant);
  private final MatterId matter = MatterId.random();
  private final RetainerId retainer = RetainerId.random();
  private final ReceiptId receipt = ReceiptId.random();

  @BeforeEach
  void aConvertedQuote() {
    books
        .given(quote.drafted(), quote.sent(1), quote.accepted(1, recorded(SENT_AT)))
        .after(new ConvertProFormaToMatter(quote.id(), tenant, matter, DAY));
  }

  private Books.Outcome reversed() {
    return books.when(new ReverseProFormaConversion(quote.id(), tenant, sealed("mistake")));
  }

  private RetainerAgreed agreed() {
    return new RetainerAgreed(
        retainer,
        tenant,
        matter,
        RetainerType.EVERGREEN,
        Money.cents(1_000),
        DAY,
        null,
        false,
        20,
        null);
  }

  private ReceiptRecorded received() {
    return new ReceiptRecorded(
        receipt, tenant, Money.cents(700), PaymentMethod.EFT, DAY, null, matter, null);
  }

  @Test
  void whileARetainerRuns() {
    books.given(agreed());
    reversed().isRefusedBy(Rule.MATTER_HAS_CLIENT_MONEY);
  }

  @Test
  void afterAReceiptEvenIfItWentBack() {
    books.given(received());
    reversed().isRefusedBy(Rule.MATTER_HAS_CLIENT_MONEY);
    books.given(new ReceiptRefunded(receipt, Money.cents(700), sealed("back"), Money.ZERO));
    reversed().isRefusedBy(Rule.MATTER_HAS_CLIENT_MONEY);
  }

  @Test
  void whileItIsInTrust() {
    TrustAccountId trust = TrustAccountId.of(tenant);
    books.given(
        new TrustAccountOpened(trust, tenant, sealed("bank"), DAY),
        new TrustMoneyReceived(
            trust,
            UUID.randomUUID(),
            matter,
            "TR-2026-0001",
            Money.cents(900),
            PaymentMethod.EFT,
            DAY,
            null,
            Money.cents(900),
            Money.cents(900)));
    reversed().isRefusedBy(Rule.MATTER_HAS_CLIENT_MONEY);
  }

  @Test
  void whatIsCommittedDuringTheLookIsSeen() {
    books.given(agreed());
    filed.late = retainer.value();
    reversed().isRefusedBy(Rule.MATTER_HAS_CLIENT_MONEY);
    books.given(new RetainerCancelled(retainer, sealed("no money came")), received());
    filed.late = receipt.value();
    reversed().isRefusedBy(Rule.MATTER_HAS_CLIENT_MONEY);
  }

  @Test
  void aRetainerThatEndedWithoutMoneyIsNoObstacle() {
    books.given(agreed(), new RetainerCancelled(retainer, sealed("no money came")));
    assertThat(reversed().events()).hasSize(2);
  }
}
