package za.lexohub.domain.proforma;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.proforma.ProFormas.LINK_ENDS;
import static za.lexohub.domain.proforma.ProFormas.REQUESTED_AT;
import static za.lexohub.domain.proforma.ProFormas.SENT_AT;
import static za.lexohub.domain.proforma.ProFormas.proForma;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.proforma.Answer;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.proforma.ExpiryPhase;
import za.lexohub.messages.proforma.ProFormaCommands.*;
import za.lexohub.messages.proforma.ProFormaEvents.*;
import za.lexohub.messages.proforma.ProFormaId;

/**
 * I12: a link serves one purpose, once, until it ends, and only who holds it; a refusal tells
 * nothing. A second account of the live links, kept beside the pro forma's own, says what opens.
 */
class PublicLinkPropertiesTest {
  private static final List<String> HASHES =
      List.of(ProFormas.SUBMIT_HASH, "submit-2", "submit-3", "respond-1", "respond-2", "guess");

  private final Books books = new Books();

  private record Live(@Nullable String hash, @Nullable Instant ends) {
    private static final Live NONE = new Live(null, null);

    boolean opensWith(String presented, Instant at) {
      return presented.equals(hash) && at.isBefore(ends);
    }
  }

  @Property(tries = 120)
  void aFormIsSubmittedOnceByTheLiveLinkBeforeItEnds(
      @ForAll @Size(min = 3, max = 16) List<@IntRange(max = 11) Integer> choices,
      @ForAll @Size(value = 16) List<@IntRange(max = 5) Integer> hashes,
      @ForAll @Size(value = 16) List<@IntRange(min = -2, max = 12) Integer> days) {
    ProFormas offer = proForma().of(Samples.fresh("jhb"));
    books.given(offer.requested());
    for (int i = 0; i < choices.size(); i++) {
      Instant at = REQUESTED_AT.plus(Duration.ofDays(days.get(i)));
      String hash = HASHES.get(hashes.get(i));
      Live live = submitLink(books.stream(offer.id()));
      if (choices.get(i) < 6) {
        Books.Outcome outcome = books.when(offer.submit(hash, at));
        if (live.opensWith(hash, at)) {
          assertThat(outcome.events()).containsExactly(offer.submitted(at));
        } else {
          outcome.isRefusedBy(Rule.LINK_INVALID);
        }
      } else {
        books.when(aroundTheForm(offer, choices.get(i), at));
      }
    }
  }

  @Property(tries = 120)
  void anOfferIsAnsweredOnlyByItsLiveLinkWhileItIsValid(
      @ForAll @Size(min = 3, max = 16) List<@IntRange(max = 11) Integer> choices,
      @ForAll @Size(value = 16) List<@IntRange(max = 5) Integer> hashes,
      @ForAll @Size(value = 16) List<@IntRange(max = 60) Integer> days) {
    ProFormas offer = proForma().of(Samples.fresh("jhb"));
    books.given(offer.drafted(), offer.sent(1));
    for (int i = 0; i < choices.size(); i++) {
      Instant at = SENT_AT.plus(Duration.ofDays(days.get(i)));
      String hash = HASHES.get(hashes.get(i));
      int choice = choices.get(i);
      Live live = respondLink(books.stream(offer.id()));
      // A party of its own each time: the same one again would only hear what it has said.
      Answer answer = new Answer(Channel.PUBLIC_LINK, "attorney " + i, hash, at);
      if (choice < 5) {
        Books.Outcome outcome = books.when(answered(offer, choice, answer));
        if (live.opensWith(hash, at)) {
          assertThat(outcome.events()).hasSize(1);
        } else {
          outcome.isRefusedBy(Rule.LINK_INVALID);
        }
      } else {
        books.when(aroundTheOffer(offer, choice, at));
      }
    }
  }

  private static TenantCommand aroundTheForm(ProFormas offer, int choice, Instant at) {
    ProFormaId id = offer.id();
    TenantId tenant = offer.tenant();
    return switch (choice) {
      case 6 -> new RegenerateProFormaLink(id, tenant, "submit-2", 2, LINK_ENDS, at);
      case 7 ->
          new RegenerateProFormaLink(
              id, tenant, "submit-3", 3, LINK_ENDS.plus(Duration.ofDays(3)), at);
      case 8 -> new ExpireProForma(id, tenant, at);
      case 9 -> new ExtendProForma(id, tenant, LocalDate.of(2026, 9, 10), at);
      case 10 -> new WithdrawProForma(id, tenant, null);
      default -> offer.draftWithoutParties();
    };
  }

  private static TenantCommand aroundTheOffer(ProFormas offer, int choice, Instant at) {
    ProFormaId id = offer.id();
    TenantId tenant = offer.tenant();
    return switch (choice) {
      case 5, 6 -> offer.revise();
      case 7, 8 -> offer.send(2);
      case 9 -> new ExpireProForma(id, tenant, at);
      case 10 -> new ExtendProForma(id, tenant, ProFormas.VALID_UNTIL.plusDays(20), at);
      default -> offer.accept(ProFormas.recorded(at));
    };
  }

  private static TenantCommand answered(ProFormas offer, int choice, Answer answer) {
    return switch (choice) {
      case 0, 1, 2 ->
          new RequestProFormaChanges(offer.id(), offer.tenant(), answer, sealed("cheaper"));
      case 3 -> new DeclineProForma(offer.id(), offer.tenant(), answer, null);
      default -> offer.accept(answer);
    };
  }

  private static Live submitLink(List<Object> stream) {
    Live live = Live.NONE;
    Live asleep = Live.NONE;
    for (Object event : stream) {
      live =
          switch (event) {
            case ProFormaRequested it -> new Live(it.tokenHash(), it.expiresAt());
            case ProFormaLinkRegenerated it -> new Live(it.tokenHash(), it.expiresAt());
            case ProFormaExpired it -> {
              asleep = live;
              yield Live.NONE;
            }
            case ProFormaExtended it -> new Live(asleep.hash(), it.expiresAt());
            default -> Live.NONE;
          };
    }
    return live;
  }

  private static Live respondLink(List<Object> stream) {
    Live live = Live.NONE;
    Live asleep = Live.NONE;
    for (Object event : stream) {
      live =
          switch (event) {
            case ProFormaSent it -> new Live(it.tokenHash(), endOf(it.validUntil()));
            case ProFormaExpired it when it.phase() == ExpiryPhase.OFFER -> {
              asleep = live;
              yield Live.NONE;
            }
            case ProFormaExtended it ->
                asleep.hash() == null ? Live.NONE : new Live(asleep.hash(), endOf(it.validUntil()));
            case ProFormaRevised it -> live;
            default -> Live.NONE;
          };
    }
    return live;
  }

  private static Instant endOf(LocalDate day) {
    return BusinessTime.startOf(day.plusDays(1));
  }
}
