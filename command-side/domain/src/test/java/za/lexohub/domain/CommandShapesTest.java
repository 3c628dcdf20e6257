package za.lexohub.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.agreement.AgreementCommands;
import za.lexohub.messages.attachment.AttachmentCommands;
import za.lexohub.messages.batch.InvoiceBatchCommands;
import za.lexohub.messages.creditnote.CreditNoteCommands;
import za.lexohub.messages.dispute.PaymentDisputeCommands;
import za.lexohub.messages.invoice.InvoiceCommands;
import za.lexohub.messages.matter.MatterCommands;
import za.lexohub.messages.money.Totals;
import za.lexohub.messages.notification.InboxCommands;
import za.lexohub.messages.practice.AdvocateCommands;
import za.lexohub.messages.proforma.ProFormaCommands;
import za.lexohub.messages.ratecard.RateCardCommands;
import za.lexohub.messages.receipt.ReceiptCommands;
import za.lexohub.messages.retainer.RetainerCommands;
import za.lexohub.messages.scope.ScopeAmendmentCommands;
import za.lexohub.messages.trust.TrustAccountCommands;
import za.lexohub.messages.work.WorkCommands;

/** What no command may carry: totals, VAT and balances are derived, never told (I2). */
class CommandShapesTest {
  private static final Set<String> DERIVED =
      Set.of("total", "totals", "subtotal", "vat", "vatAmount", "balance", "balanceAfter", "paid");

  static Stream<Class<?>> commands() {
    return Stream.of(
            MatterCommands.class,
            WorkCommands.class,
            ProFormaCommands.class,
            InvoiceCommands.class,
            InvoiceBatchCommands.class,
            RateCardCommands.class,
            CreditNoteCommands.class,
            PaymentDisputeCommands.class,
            ReceiptCommands.class,
            AdvocateCommands.class,
            RetainerCommands.class,
            TrustAccountCommands.class,
            AgreementCommands.class,
            ScopeAmendmentCommands.class,
            InboxCommands.class,
            AttachmentCommands.class)
        .flatMap(vocabulary -> Arrays.stream(vocabulary.getPermittedSubclasses()));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void noCommandCarriesWhatIsDerived(Class<?> command) {
    List<String> told =
        Arrays.stream(command.getRecordComponents())
            .filter(it -> it.getType() == Totals.class || DERIVED.contains(it.getName()))
            .map(Object::toString)
            .toList();

    assertThat(told).isEmpty();
  }

  @Test
  void allAreOfATenant() {
    assertThat(commands()).hasSizeGreaterThan(100).allMatch(TenantCommand.class::isAssignableFrom);
  }
}
