package za.lexohub.domain.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.domain.invoice.Invoices.invoice;
import static za.lexohub.domain.proforma.ProFormas.proForma;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.domain.invoice.Invoices;
import za.lexohub.domain.matter.Matters;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.trust.TrustAccountEvents.TrustMoneyReceived;
import za.lexohub.messages.trust.TrustAccountEvents.TrustMoneyRefunded;
import za.lexohub.messages.trust.TrustAccountEvents.TrustMoneyTransferred;
import za.lexohub.messages.trust.TrustAccountEvents.TrustTransferReversed;

/** I15, over histories of two matters' money. */
class TrustPropertiesTest {
  private final Books books = new Books();

  @Property(tries = 60)
  void eachMatterHasItsOwnAndNeverLessThanNothing(
      @ForAll @Size(max = 30) List<@IntRange(max = 15) Integer> choices,
      @ForAll @Size(value = 30) List<@LongRange(min = 1, max = 2_000_000) Long> amounts) {
    TenantId tenant = Samples.fresh("trust");
    TrustBooks trust = new TrustBooks(tenant);
    List<Matters> matters = List.of(Matters.matter().of(tenant), Matters.matter().of(tenant));
    Invoices inv = invoice().from(proForma().of(tenant).on(matters.get(0).id()));
    books.given(
        trust.opened(),
        matters.get(0).opened(),
        matters.get(1).opened(),
        inv.generated(),
        inv.sent());
    List<UUID> entries = new ArrayList<>(List.of(UUID.randomUUID()));
    for (int i = 0; i < choices.size(); i++) {
      MatterId matter = matters.get(choices.get(i) % 2).id();
      Books.Outcome outcome =
          books.when(command(trust, inv, matter, choices.get(i) / 2, amounts.get(i), entries));
      assertThat(outcome.refusal())
          .satisfiesAnyOf(
              none -> assertThat(none).isNull(),
              refused -> assertThat(refused).isInstanceOf(RuleViolated.class));
    }

    Map<MatterId, Long> held = new HashMap<>();
    for (Object event : books.stream(trust.id())) {
      switch (event) {
        case TrustMoneyReceived e ->
            check(held, e.matterId(), e.amount().amount(), e.matterBalance(), e.balance());
        case TrustMoneyTransferred e -> {
          check(held, e.matterId(), -e.amount().amount(), e.matterBalance(), e.balance());
          assertThat(e.invoiceId() == null || e.matterId().equals(matters.get(0).id())).isTrue();
        }
        case TrustTransferReversed e ->
            check(held, e.matterId(), e.amount().amount(), e.matterBalance(), e.balance());
        case TrustMoneyRefunded e ->
            check(held, e.matterId(), -e.amount().amount(), e.matterBalance(), e.balance());
        default -> assertThat(held).isEmpty();
      }
    }
  }

  private static void check(
      Map<MatterId, Long> held, MatterId matter, long change, Money ofMatter, Money balance) {
    held.merge(matter, change, Long::sum);
    assertThat(ofMatter.amount()).isEqualTo(held.get(matter)).isNotNegative();
    assertThat(balance.amount()).isEqualTo(held.values().stream().mapToLong(Long::longValue).sum());
  }

  private static TenantCommand command(
      TrustBooks trust, Invoices inv, MatterId matter, int choice, long cents, List<UUID> entries) {
    UUID known = entries.get((int) (cents % entries.size()));
    UUID fresh = UUID.randomUUID();
    entries.add(fresh);
    return switch (choice) {
      case 0, 1 -> trust.receive(fresh, matter, cents);
      case 2 -> trust.transfer(fresh, matter, inv.id(), cents);
      case 3 -> trust.transfer(fresh, matter, null, cents);
      case 4 -> trust.refund(fresh, matter, cents);
      case 5 -> trust.transfer(known, matter, null, cents);
      default -> trust.reverse(known, matter);
    };
  }
}
