package za.lexohub.domain.proforma;

import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.proforma.ProFormas.NOT_ERASED;
import static za.lexohub.domain.proforma.ProFormas.SENT_AT;
import static za.lexohub.domain.proforma.ProFormas.byLink;
import static za.lexohub.domain.proforma.ProFormas.proForma;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import za.lexohub.domain.Samples;
import za.lexohub.domain.Specification;
import za.lexohub.domain.matter.MatterFile;
import za.lexohub.domain.matter.MatterFiles;
import za.lexohub.domain.matter.Matters;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.proforma.ProFormaCommands;
import za.lexohub.messages.proforma.ProFormaCommands.*;
import za.lexohub.messages.proforma.ProFormaEvents.*;
import za.lexohub.messages.proforma.ProFormaId;

class InvoicingTest {
  private static final ProFormas PF = proForma().on(Matters.matter().id());
  private static final ProFormaId ID = PF.id();
  private static final TenantId JHB = Samples.JHB;
  private static final MatterFile OPEN = Matters.matter().file();

  private final Specification<ProForma> sent = on(OPEN).given(PF.drafted(), PF.sent(1));
  private final Specification<ProForma> accepted = sent.given(PF.accepted(1, byLink(1, SENT_AT)));
  private final Specification<ProForma> validated = accepted.given(PF.validated(1));
  private final ProFormaInvoiceReleased released =
      new ProFormaInvoiceReleased(ID, 1, PF.invoice(1));
  private final ProFormaInvoicingRequested secondRound = new ProFormaInvoicingRequested(ID, JHB, 2);
  private final ProFormaValidationFailed barred =
      new ProFormaValidationFailed(ID, 1, "matter-closed", "the matter is closed");
  private final ProFormaInvoicingFailed failed =
      new ProFormaInvoicingFailed(ID, 1, "GENERATE_PDF", "no font");

  private static Specification<ProForma> on(MatterFile file) {
    MatterFiles files = (matterId, tenant) -> file;
    return Specification.of(
        ProForma.class, new Quotes(Samples.PRACTICES, Samples.PRICING, files), NOT_ERASED);
  }

  private static ValidateProForma validate(int round) {
    return new ValidateProForma(ID, JHB, round);
  }

  private static ConvertProFormaToInvoice convert(int round) {
    return new ConvertProFormaToInvoice(ID, JHB, round, PF.invoice(round));
  }

  @Nested
  class Validating {
    @Test
    void settlesTheInvoicesId() {
      accepted.when(validate(1)).publishes(PF.validated(1));
      accepted.given(barred, secondRound).when(validate(2)).publishes(PF.validated(2));
    }

    @Test
    void againOrForARoundGoneByChangesNothing() {
      validated.when(validate(1)).changesNothing();
      accepted.given(barred).when(validate(1)).changesNothing();
      accepted.given(barred, secondRound).when(validate(1)).changesNothing();
    }

    @Test
    void aClosedOrArchivedMatterTakesNoInvoice() {
      MatterFile closed =
          new MatterFile(
              "commercial",
              PF.client(),
              PF.attorney(),
              false,
              true,
              false,
              false,
              sealed("wording"),
              false);
      MatterFile archived =
          new MatterFile(
              "commercial",
              PF.client(),
              PF.attorney(),
              false,
              false,
              false,
              true,
              sealed("wording"),
              false);
      Object[] past = {PF.drafted(), PF.sent(1), PF.accepted(1, byLink(1, SENT_AT))};

      on(closed).given(past).when(validate(1)).publishes(barred);
      on(archived)
          .given(past)
          .when(validate(1))
          .publishes(
              new ProFormaValidationFailed(ID, 1, "matter-archived", "the matter is archived"));
    }

    @Test
    void whatIsNotAcceptedIsRefusedAndARoundToComeUnknown() {
      sent.when(validate(1)).isRefusedBy(Rule.PRO_FORMA_NOT_ACCEPTED);
      accepted.when(validate(2)).findsNothing();
    }
  }

  @Nested
  class FailingAndRetrying {
    private final RecordInvoicingFailure fail =
        new RecordInvoicingFailure(ID, JHB, 1, "GENERATE_PDF", "no font");
    private final RetryInvoicing retry = new RetryInvoicing(ID, JHB);
    private final ProFormaInvoicingRetried retried =
        new ProFormaInvoicingRetried(ID, 1, "GENERATE_PDF");

    @Test
    void theStepThatWasGivenUpIsRecordedOnce() {
      validated.when(fail).publishes(failed);
      validated.given(failed).when(fail).changesNothing();
    }

    @Test
    void whatHasEndedDoesNotFailAnyMore() {
      validated.given(PF.converted(1)).when(fail).changesNothing();
      validated.given(released).when(fail).changesNothing();
      validated.given(released, secondRound).when(fail).changesNothing();
      sent.when(fail).isRefusedBy(Rule.PRO_FORMA_NOT_ACCEPTED);
    }

    @Test
    void aPersonRetriesTheFailedStep() {
      validated.given(failed).when(retry).publishes(retried);
      validated.given(failed, retried).when(fail).publishes(failed);
    }

    @Test
    void whatHasNotFailedIsNotRetried() {
      validated.when(retry).isRefusedBy(Rule.PRO_FORMA_INVOICING_NOT_FAILED);
      validated.given(failed, retried).when(retry).isRefusedBy(Rule.PRO_FORMA_INVOICING_NOT_FAILED);
      validated
          .given(failed, PF.converted(1))
          .when(retry)
          .isRefusedBy(Rule.PRO_FORMA_INVOICING_NOT_FAILED);
    }
  }

  @Nested
  class Converting {
    @Test
    void recordsTheInvoice() {
      validated.when(convert(1)).publishes(PF.converted(1));
      validated.given(failed).when(convert(1)).publishes(PF.converted(1));
    }

    @Test
    void againOrAfterTheReleaseChangesNothing() {
      validated.given(PF.converted(1)).when(convert(1)).changesNothing();
      validated.given(released).when(convert(1)).changesNothing();
      validated.given(released, secondRound).when(convert(1)).changesNothing();
    }

    @Test
    void whatIsNotValidatedOrAcceptedIsRefused() {
      accepted.when(convert(1)).isRefusedBy(Rule.PRO_FORMA_NOT_VALIDATED);
      accepted.given(barred).when(convert(1)).isRefusedBy(Rule.PRO_FORMA_NOT_VALIDATED);
      sent.when(convert(1)).isRefusedBy(Rule.PRO_FORMA_NOT_ACCEPTED);
    }

    @Test
    void anotherInvoiceIsNotFound() {
      validated.when(new ConvertProFormaToInvoice(ID, JHB, 1, InvoiceId.random())).findsNothing();
    }
  }

  @Nested
  class InvoicingAnew {
    private final RequestInvoicing request = new RequestInvoicing(ID, JHB);
    private final ProFormaValidationFailed barredAgain =
        new ProFormaValidationFailed(ID, 2, "matter-closed", "the matter is closed");

    @Test
    void followsAReleaseOrAFailedValidation() {
      validated.given(PF.converted(1), released).when(request).publishes(secondRound);
      accepted.given(barred).when(request).publishes(secondRound);
    }

    @Test
    void againChangesNothing() {
      validated.given(released, secondRound).when(request).changesNothing();
    }

    @Test
    void ofANamedRoundHappensOnceWhateverBecameOfThatRound() {
      validated.given(released).when(new RequestInvoicing(ID, JHB, 2)).publishes(secondRound);
      validated
          .given(released, secondRound, barredAgain)
          .when(new RequestInvoicing(ID, JHB, 2))
          .changesNothing();
      validated.given(released).when(new RequestInvoicing(ID, JHB, 1)).changesNothing();
    }

    @Test
    void isRefusedWhileAnInvoiceLivesOrIsMade() {
      accepted.when(request).isRefusedBy(Rule.PRO_FORMA_ALREADY_INVOICED);
      validated.when(request).isRefusedBy(Rule.PRO_FORMA_ALREADY_INVOICED);
      validated.given(failed).when(request).isRefusedBy(Rule.PRO_FORMA_ALREADY_INVOICED);
      validated.given(PF.converted(1)).when(request).isRefusedBy(Rule.PRO_FORMA_ALREADY_INVOICED);
      validated
          .given(released, secondRound, PF.validated(2))
          .when(request)
          .isRefusedBy(Rule.PRO_FORMA_ALREADY_INVOICED);
    }

    @Test
    void isRefusedUnlessAccepted() {
      sent.when(request).isRefusedBy(Rule.PRO_FORMA_NOT_ACCEPTED);
    }
  }

  static List<ProFormaCommands> everyCommandOfAStranger() {
    TenantId stranger = Samples.STRANGER;
    ProFormas theirs = PF.of(stranger);
    return List.of(
        theirs.request(),
        new RegenerateProFormaLink(ID, stranger, "x", 2, ProFormas.LINK_ENDS, SENT_AT),
        theirs.submit(ProFormas.SUBMIT_HASH, ProFormas.REQUESTED_AT),
        new RejectProFormaRequest(ID, stranger, sealed("x")),
        theirs.revise(),
        theirs.send(1),
        theirs.accept(byLink(1, SENT_AT)),
        new DeclineProForma(ID, stranger, byLink(1, SENT_AT), null),
        new RequestProFormaChanges(ID, stranger, byLink(1, SENT_AT), sealed("note")),
        new ExpireProForma(ID, stranger, SENT_AT),
        new ExtendProForma(ID, stranger, ProFormas.VALID_UNTIL, SENT_AT),
        new WithdrawProForma(ID, stranger, null),
        new ValidateProForma(ID, stranger, 1),
        new RecordInvoicingFailure(ID, stranger, 1, "x", "y"),
        new RetryInvoicing(ID, stranger),
        new ConvertProFormaToInvoice(ID, stranger, 1, PF.invoice(1)),
        new RequestInvoicing(ID, stranger),
        new RequestProFormaPdf(ID, stranger, 1),
        new RecordProFormaPdf(ID, stranger, 1, "k", "s", 1, "t", "v"),
        new RecordProFormaPdfFailure(ID, stranger, 1, "x"),
        new RequestProFormaNotification(ID, stranger, 1, "pro-forma"),
        new RecordProFormaNotification(ID, stranger, 1, "pro-forma", "m"),
        new RecordProFormaNotificationFailure(ID, stranger, 1, "pro-forma", "x"));
  }

  @ParameterizedTest
  @MethodSource("everyCommandOfAStranger")
  void anotherTenantFindsNothing(ProFormaCommands command) {
    validated.when(command).findsNothing();
  }

  @Test
  void aCommandForAVersionBeforeTheLastChangeConflicts() {
    validated.whenVersionIsExpected(2, convert(1)).conflictsWithVersion(4);
    validated.whenVersionIsExpected(4, convert(1)).publishes(PF.converted(1));
    validated.whenVersionIsExpected(5, convert(1)).conflictsWithVersion(4);
    validated.whenVersionIsExpected(2, new RequestProFormaPdf(ID, JHB, 1)).conflictsWithVersion(4);
  }

  @Test
  void aVersionThatMissesOnlyBookkeepingIsAdmitted() {
    validated.whenVersionIsExpected(3, convert(1)).publishes(PF.converted(1));
  }
}
