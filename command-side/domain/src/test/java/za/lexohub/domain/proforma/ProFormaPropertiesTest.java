package za.lexohub.domain.proforma;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.matter.Matters.matter;
import static za.lexohub.domain.proforma.ProFormas.SENT_AT;
import static za.lexohub.domain.proforma.ProFormas.TOO_LATE;
import static za.lexohub.domain.proforma.ProFormas.proForma;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.domain.matter.Matters;
import za.lexohub.domain.matter.Work;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceCommands.DiscardInvoiceDraft;
import za.lexohub.messages.invoice.InvoiceCommands.GenerateInvoice;
import za.lexohub.messages.invoice.InvoiceCommands.GenerateMatterInvoice;
import za.lexohub.messages.invoice.InvoiceCommands.MarkInvoiceOverdue;
import za.lexohub.messages.invoice.InvoiceCommands.SendPaymentReminder;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.matter.MatterEvents.MatterInvoiced;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Line;
import za.lexohub.messages.numbering.NumberSequenceEvents.NumberAllocated;
import za.lexohub.messages.numbering.NumberSeries;
import za.lexohub.messages.proforma.Answer;
import za.lexohub.messages.proforma.ExpiryPhase;
import za.lexohub.messages.proforma.ProFormaCommands.*;
import za.lexohub.messages.proforma.ProFormaEvents;
import za.lexohub.messages.proforma.ProFormaEvents.*;
import za.lexohub.messages.proforma.ProFormaId;

/** What an offer is, and what it is not before somebody accepts it. */
class ProFormaPropertiesTest {
  private static final LocalDate DAY = ProFormas.QUOTE_DATE.plusDays(2);

  private final Books books = new Books();

  /** I6: it is no work, and nobody owes it, whatever happens to it. */
  @Property(tries = 40)
  void anOfferMovesNeitherTheWorkInProgressNorWhatIsOwed(
      @ForAll @IntRange(max = 5) int stage,
      @ForAll @Size(max = 20) List<@IntRange(max = 14) Integer> choices) {
    Matters file = matter().of(Samples.fresh("jhb"));
    Work hour = Work.on(file).dated(DAY);
    ProFormas offer = proForma().of(file.tenant()).on(file.id());
    books.given(file.opened(), hour.anHour()).given(begun(offer, stage));
    for (int choice : choices) {
      for (Object event : happened(books.when(command(offer, choice)))) {
        switch (event) {
          case NumberAllocated it -> assertThat(it.series()).isEqualTo(NumberSeries.PRO_FORMA);
          default -> assertThat(event).isInstanceOf(ProFormaEvents.class);
        }
      }
    }

    assertThat(
            List.of(
                books.when(new SendPaymentReminder(offer.invoice(1), offer.tenant(), null, DAY)),
                books.when(new MarkInvoiceOverdue(offer.invoice(1), offer.tenant(), DAY))))
        .allMatch(it -> it.refusal() != null && it.appends().isEmpty());

    List<Object> billed =
        books
            .when(
                new GenerateMatterInvoice(
                    InvoiceId.random(),
                    file.tenant(),
                    file.id(),
                    InvoiceType.FINAL,
                    List.of(),
                    DAY,
                    null,
                    null,
                    DAY))
            .events();
    assertThat(only(MatterInvoiced.class, billed).workItems()).containsExactly(hour.id());
    assertThat(only(InvoiceGenerated.class, billed).lines())
        .extracting(Line::amount)
        .containsExactly(hour.anHour().amount());
  }

  /** I8: a matter may also be made of a request that asked for one. */
  @Property(tries = 120)
  void onlyWhatWasAcceptedIsInvoicedOrBecomesAMatter(
      @ForAll @IntRange(max = 7) int stage,
      @ForAll @Size(min = 4, max = 20) List<@IntRange(max = 22) Integer> choices) {
    ProFormas offer = proForma().of(Samples.fresh("jhb"));
    books.given(begun(offer, stage));
    for (int choice : choices) {
      List<Object> before = books.stream(offer.id());
      ProFormaAccepted accepted = last(ProFormaAccepted.class, before);
      for (Object event : happened(books.when(command(offer, choice)))) {
        switch (event) {
          case InvoiceGenerated it -> {
            assertThat(accepted).isNotNull();
            assertThat(it.lines()).isEqualTo(accepted.offer().lines());
          }
          case ProFormaValidated it -> assertThat(accepted).isNotNull();
          case ProFormaConvertedToInvoice it -> assertThat(accepted).isNotNull();
          case ProFormaConvertedToMatter it -> assertThat(accepted).isNotNull();
          default -> assertThat(event).isNotNull();
        }
      }
    }
  }

  /** I21: an offer holds beyond the day on which it was made. */
  @Property(tries = 60)
  void anOfferOutlivesItsDay(
      @ForAll @IntRange(min = -40, max = 40) int validFor,
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = -40, max = 60) Integer> changes) {
    ProFormas offer = proForma().of(Samples.fresh("jhb"));
    LocalDate made = ProFormas.QUOTE_DATE;
    books.when(draft(offer, made.plusDays(validFor)));
    LocalDate today = made.minusDays(20);
    for (int change : changes) {
      today = today.plusDays(Math.floorMod(change, 7));
      LocalDate until = made.plusDays(change);
      books.when(
          new ReviseProForma(
              offer.id(), offer.tenant(), sealed("revised"), offer.lines(), until, today));
    }

    for (Object event : books.stream(offer.id())) {
      switch (event) {
        case ProFormaDrafted it -> assertThat(it.validUntil()).isAfter(it.quoteDate());
        case ProFormaRevised it -> assertThat(it.validUntil()).isAfter(made);
        default -> assertThat(event).isNotInstanceOf(ProFormaSent.class);
      }
    }
  }

  private static DraftProForma draft(ProFormas offer, LocalDate validUntil) {
    DraftProForma it = offer.draft();
    return new DraftProForma(
        it.proFormaId(),
        it.tenant(),
        it.matterId(),
        it.client(),
        it.attorney(),
        it.matterType(),
        it.wording(),
        it.lines(),
        it.quoteDate(),
        validUntil);
  }

  /** How far it has come before anything is asked: the last two are accepted. */
  private static Object[] begun(ProFormas offer, int stage) {
    Answer answer = ProFormas.byLink(1, SENT_AT);
    List<Object> events = new ArrayList<>(List.of(offer.drafted(), offer.sent(1)));
    switch (stage) {
      case 0 -> events.remove(1);
      case 1 -> {}
      case 2 ->
          events.add(
              new ProFormaDeclined(offer.id(), null, answer.channel(), answer.by(), answer.at()));
      case 3 ->
          events.add(
              new ProFormaNegotiationRequested(
                  offer.id(), sealed("cheaper"), answer.channel(), answer.by(), answer.at()));
      case 4 -> events.add(new ProFormaExpired(offer.id(), ExpiryPhase.OFFER, TOO_LATE));
      case 5 -> events.clear();
      default -> events.add(offer.accepted(1, answer));
    }
    return events.toArray();
  }

  private static TenantCommand command(ProFormas offer, int choice) {
    ProFormaId id = offer.id();
    TenantId tenant = offer.tenant();
    Answer answer = ProFormas.recorded(SENT_AT);
    int round = 1 + choice % 2;
    return switch (choice) {
      case 0 -> offer.request();
      case 1 -> offer.submit(ProFormas.SUBMIT_HASH, ProFormas.REQUESTED_AT);
      case 2 -> new RejectProFormaRequest(id, tenant, sealed("conflicted"));
      case 3 -> offer.draft();
      case 4 -> offer.revise();
      case 5 -> offer.send(1);
      case 6 -> offer.send(2);
      case 7 -> new DeclineProForma(id, tenant, answer, null);
      case 8 -> new RequestProFormaChanges(id, tenant, answer, sealed("cheaper"));
      case 9 -> new ExpireProForma(id, tenant, TOO_LATE);
      case 10 -> new ExtendProForma(id, tenant, ProFormas.VALID_UNTIL.plusDays(9), TOO_LATE);
      case 11 -> new WithdrawProForma(id, tenant, null);
      case 12 -> new RequestProFormaPdf(id, tenant, 1);
      case 13 -> offer.accept(answer);
      case 14, 15 -> new ValidateProForma(id, tenant, round);
      case 16, 17 ->
          new GenerateInvoice(offer.invoice(round), tenant, id, round, Work.TODAY.plusDays(9));
      case 18, 19 -> new ConvertProFormaToInvoice(id, tenant, round, offer.invoice(round));
      case 20 -> new RetryInvoicing(id, tenant);
      case 21 -> new DiscardInvoiceDraft(offer.invoice(1), tenant, sealed("mistake"));
      default -> new ConvertProFormaToMatter(id, tenant, MatterId.random(), DAY);
    };
  }

  private static List<Object> happened(Books.Outcome outcome) {
    return outcome.refusal() == null ? outcome.events() : List.of();
  }

  private static <E> E only(Class<E> type, List<Object> events) {
    List<E> found = events.stream().filter(type::isInstance).map(type::cast).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static <E> E last(Class<E> type, List<Object> events) {
    return events.stream().filter(type::isInstance).map(type::cast).reduce(null, (a, b) -> b);
  }
}
