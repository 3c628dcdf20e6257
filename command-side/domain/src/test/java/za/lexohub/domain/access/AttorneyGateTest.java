package za.lexohub.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.domain.Samples.party;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.invoice.Invoices.invoice;
import static za.lexohub.domain.matter.Matters.matter;
import static za.lexohub.domain.proforma.ProFormas.SENT_AT;
import static za.lexohub.domain.proforma.ProFormas.proForma;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.domain.invoice.Invoices;
import za.lexohub.domain.matter.Matters;
import za.lexohub.domain.proforma.ProFormas;
import za.lexohub.messages.ActorType;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoiceViewed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceViewed;
import za.lexohub.messages.matter.AccessLevel;
import za.lexohub.messages.matter.MatterCommands.ArchiveMatter;
import za.lexohub.messages.matter.MatterEvents.MatterAccessGranted;
import za.lexohub.messages.matter.MatterEvents.MatterAccessRevoked;
import za.lexohub.messages.matter.MatterEvents.MatterRequested;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.proforma.Answer;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.proforma.ProFormaCommands.AcceptProForma;
import za.lexohub.messages.proforma.ProFormaCommands.DeclineProForma;
import za.lexohub.messages.proforma.ProFormaCommands.RequestProFormaChanges;
import za.lexohub.messages.proforma.ProFormaCommands.WithdrawProForma;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConversionReversed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConvertedToMatter;

/** What an attorney's login may do (I11). */
class AttorneyGateTest {
  private static final List<String> ATTORNEYS = List.of("naledi", "sipho", "busi");

  private final Books books = new Books();
  private final Matters file = matter().of(Samples.fresh("jhb"));
  private final ProFormas offer = proForma().of(file.tenant()).on(file.id());
  private final Invoices bill = invoice().from(offer);

  @Test
  void whoHasNoGrantFindsNothing() {
    books.given(file.opened(), offer.drafted(), offer.sent(1), bill.generated(), bill.sent());

    books.when(accept("naledi"), as("naledi")).findsNothing();
    books.when(view(), as("naledi")).findsNothing();
  }

  @Test
  void aGrantToReadLetsAnInvoiceBeSeenAndNothingBeAnswered() {
    books.given(file.opened(), offer.drafted(), offer.sent(1), bill.generated(), bill.sent());
    books.given(granted("naledi", AccessLevel.VIEW));

    books.when(view(), as("naledi")).appends(new InvoiceViewed(bill.id(), Invoices.AT));
    books.when(accept("naledi"), as("naledi")).findsNothing();
  }

  @Test
  void aGrantToApproveLetsEveryAnswerThrough() {
    for (int answer = 0; answer < 3; answer++) {
      ProFormas sent = proForma().of(file.tenant()).on(file.id());
      MatterId matter = MatterId.random();
      ProFormas on = sent.on(matter);
      books.given(
          new Matters(matter, file.tenant(), false, LocalDate.of(2026, 8, 3)).opened(),
          on.drafted(),
          on.sent(1),
          new MatterAccessGranted(matter, "naledi", AccessLevel.APPROVE));
      Answer byLogin = byLogin("naledi");
      var command =
          switch (answer) {
            case 0 -> new AcceptProForma(on.id(), on.tenant(), byLogin);
            case 1 -> new DeclineProForma(on.id(), on.tenant(), byLogin, null);
            default -> new RequestProFormaChanges(on.id(), on.tenant(), byLogin, sealed("cheaper"));
          };
      assertThat(books.when(command, as("naledi")).events()).hasSize(1);
    }
  }

  @Test
  void nobodyAnswersInAnotherNameOrByAnotherChannel() {
    books.given(file.opened(), offer.drafted(), offer.sent(1));
    books.given(granted("naledi", AccessLevel.ADMIN));

    books.when(accept("sipho"), as("naledi")).findsNothing();
    books.when(offer.accept(ProFormas.recorded(SENT_AT)), as("naledi")).findsNothing();
  }

  @Test
  void whatIsTheAdvocatesIsNoAttorneysWhateverTheGrant() {
    books.given(file.opened(), offer.drafted());
    books.given(granted("naledi", AccessLevel.ADMIN));

    books.when(new WithdrawProForma(offer.id(), offer.tenant(), null), as("naledi")).findsNothing();
    books.when(new ArchiveMatter(file.id(), file.tenant(), null), as("naledi")).findsNothing();
  }

  @Test
  void aGrantInAnotherTenantsBooksIsNone() {
    Matters foreign = matter().of(Samples.fresh("jhb"));
    books.given(
        foreign.opened(),
        new MatterAccessGranted(foreign.id(), "naledi", AccessLevel.ADMIN),
        offer.on(foreign.id()).drafted(),
        offer.sent(1));

    books.when(accept("naledi"), as("naledi")).findsNothing();
  }

  @Test
  void whoeverAskedForAMatterMayAnswerOnItUntilThatIsTakenBack() {
    books.given(
        new MatterRequested(
            file.id(),
            file.tenant(),
            "JHB/2026/001",
            "commercial",
            Bar.JOHANNESBURG,
            party("client"),
            party("attorney"),
            sealed("wording"),
            false,
            "naledi",
            LocalDate.of(2026, 8, 3)),
        offer.drafted(),
        offer.sent(1));

    books.when(accept("sipho"), as("sipho")).findsNothing();
    assertThat(books.when(accept("naledi"), as("naledi")).events()).hasSize(1);
    books.given(new MatterAccessRevoked(file.id(), "naledi", null));
    books.when(accept("naledi"), as("naledi")).findsNothing();
  }

  @Test
  void aProFormaIsReachedByTheMatterItBecameAndNotAfterTheReversal() {
    ProFormas loose = proForma().of(file.tenant());
    books.given(file.opened(), loose.drafted(), loose.sent(1));
    books.given(granted("naledi", AccessLevel.APPROVE));
    AcceptProForma accept = loose.accept(byLogin("naledi"));

    books.when(accept, as("naledi")).findsNothing();
    books.given(
        new ProFormaConvertedToMatter(loose.id(), file.id(), true),
        new ProFormaConversionReversed(loose.id(), file.id(), true, sealed("too soon")));
    books.when(accept, as("naledi")).findsNothing();
    books.given(new ProFormaConvertedToMatter(loose.id(), file.id(), true));
    assertThat(books.when(accept, as("naledi")).events()).hasSize(1);
  }

  @Property(tries = 60)
  void theLastWordAboutAnAttorneyHolds(
      @ForAll @Size(max = 12) List<@IntRange(max = 11) Integer> changes,
      @ForAll @IntRange(max = 2) int asking) {
    Matters matter = matter().of(Samples.fresh("jhb"));
    ProFormas quote = proForma().of(matter.tenant()).on(matter.id());
    Map<String, @Nullable AccessLevel> model = new HashMap<>();
    Books history = new Books().given(matter.opened(), quote.drafted(), quote.sent(1));
    for (int change : changes) {
      String attorney = ATTORNEYS.get(change % 3);
      AccessLevel level = change / 3 == 3 ? null : AccessLevel.values()[change / 3];
      history.given(
          level == null
              ? new MatterAccessRevoked(matter.id(), attorney, null)
              : new MatterAccessGranted(matter.id(), attorney, level));
      model.put(attorney, level);
    }
    String attorney = ATTORNEYS.get(asking);
    AccessLevel level = model.get(attorney);

    Books.Outcome answer = history.when(quote.accept(byLogin(attorney)), as(attorney));

    if (level == AccessLevel.APPROVE || level == AccessLevel.ADMIN) {
      assertThat(answer.events()).hasSize(1);
    } else {
      answer.findsNothing();
    }
  }

  private MatterAccessGranted granted(String attorney, AccessLevel level) {
    return new MatterAccessGranted(file.id(), attorney, level);
  }

  private AcceptProForma accept(String attorney) {
    return offer.accept(byLogin(attorney));
  }

  private RecordInvoiceViewed view() {
    return new RecordInvoiceViewed(bill.id(), bill.tenant(), Invoices.AT);
  }

  private static Answer byLogin(String attorney) {
    return new Answer(Channel.ATTORNEY_LOGIN, attorney, null, SENT_AT);
  }

  private static Map<String, String> as(String attorney) {
    return Map.of(
        MetadataKeys.ACTOR_TYPE, ActorType.ATTORNEY.name(), MetadataKeys.ACTOR_ID, attorney);
  }
}
