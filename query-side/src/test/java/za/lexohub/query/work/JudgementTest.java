package za.lexohub.query.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import za.lexohub.query.work.Judgement.Bill;
import za.lexohub.readmodels.matter.BillingView;
import za.lexohub.readmodels.matter.ConflictView;
import za.lexohub.readmodels.matter.MatterTermsView;
import za.lexohub.readmodels.matter.MatterView;
import za.lexohub.readmodels.money.Money;
import za.lexohub.readmodels.party.PartyView;
import za.lexohub.readmodels.work.BillingReadiness;
import za.lexohub.readmodels.work.WorkInProgress;

class JudgementTest {
  private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
  private static final PartyView CLIENT =
      new PartyView("Nomsa Dlamini", "n@d.example", null, null, null, null, null);
  private static final BillingView APPROVED = new BillingView("APPROVED", "partner", null);
  private static final WorkInProgress WORK = wip(1, 250_000);
  private static final WorkInProgress NONE = wip(0, 0);
  private static final Money FEES = Money.cents(250_000);

  private static WorkInProgress wip(int items, long cents) {
    return new WorkInProgress(
        items,
        60,
        Money.cents(cents),
        Money.cents(0),
        Money.cents(0),
        Money.cents(cents),
        items == 0 ? null : DAY);
  }

  private static MatterView matter(
      String status,
      boolean archived,
      PartyView client,
      @Nullable MatterTermsView terms,
      @Nullable ConflictView conflict,
      @Nullable BillingView billing) {
    return new MatterView(
        UUID.randomUUID(),
        "JHB/2026/001",
        status,
        archived,
        "litigation",
        "JOHANNESBURG",
        "Dlamini v Roads",
        null,
        client,
        CLIENT,
        false,
        null,
        DAY,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        terms,
        conflict,
        billing,
        1,
        Instant.EPOCH,
        Instant.EPOCH);
  }

  private static MatterView in(String status) {
    return matter(status, false, CLIENT, null, null, APPROVED);
  }

  private static List<String> blockers(MatterView matter) {
    return Judgement.of(matter, WORK, FEES, List.of(), false).blockers();
  }

  @Test
  void a_settled_matter_with_approved_work_is_ready_without_a_word() {
    BillingReadiness readiness = Judgement.of(in("SETTLED"), WORK, FEES, List.of(), false);

    assertThat(readiness.ready()).isTrue();
    assertThat(readiness.blockers()).isEmpty();
    assertThat(readiness.warnings()).isEmpty();
    assertThat(readiness.workInProgress()).isEqualTo(WORK);
  }

  @Test
  void only_a_matter_that_is_taken_and_not_ended_can_be_invoiced() {
    assertThat(blockers(in("ON_HOLD"))).isEmpty();
    assertThat(blockers(in("PENDING"))).containsExactly("matter-not-active");
    assertThat(blockers(in("REQUESTED"))).containsExactly("matter-not-active");
    assertThat(blockers(in("AWAITING_APPROVAL"))).containsExactly("matter-not-active");
    assertThat(blockers(in("CLOSED"))).containsExactly("matter-closed");
    assertThat(blockers(in("DECLINED"))).containsExactly("matter-closed");
    assertThat(blockers(matter("ACTIVE", true, CLIENT, null, null, null)))
        .containsExactly("matter-archived");
  }

  @Test
  void without_work_there_is_nothing_to_bill() {
    BillingReadiness readiness = Judgement.of(in("SETTLED"), NONE, FEES, List.of(), false);

    assertThat(readiness.ready()).isFalse();
    assertThat(readiness.blockers()).containsExactly("nothing-to-bill");
  }

  @Test
  void a_client_needs_a_name_and_an_address() {
    PartyView unreachable = new PartyView("Nomsa Dlamini", null, null, null, null, null, null);

    assertThat(blockers(matter("ACTIVE", false, unreachable, null, null, null)))
        .containsExactly("client-without-email");
    assertThat(blockers(matter("ACTIVE", false, PartyView.erased(), null, null, null)))
        .containsExactly("client-without-name", "client-without-email");
  }

  @Test
  void a_conflict_bars_it_until_it_is_overridden() {
    ConflictView found = new ConflictView("FOUND", DAY, null);
    ConflictView overridden = new ConflictView("OVERRIDDEN", DAY, null);

    assertThat(blockers(matter("ACTIVE", false, CLIENT, null, found, null)))
        .containsExactly("conflict-not-cleared");
    assertThat(blockers(matter("ACTIVE", false, CLIENT, null, overridden, null))).isEmpty();
  }

  @Test
  void fees_beyond_what_was_agreed_are_worth_a_look() {
    MatterTermsView terms =
        new MatterTermsView(
            "HOURLY", Money.cents(249_999), Money.cents(250_000), null, false, null, null, null);

    assertThat(
            Judgement.of(
                    matter("SETTLED", false, CLIENT, terms, null, APPROVED),
                    WORK,
                    FEES,
                    List.of(),
                    false)
                .warnings())
        .containsExactly("estimate-exceeded");
  }

  @Test
  void what_is_owed_already_is_worth_a_look() {
    BillingReadiness readiness =
        Judgement.of(
            in("SETTLED"),
            WORK,
            FEES,
            List.of(
                new Bill("DRAFT", Money.cents(7)),
                new Bill("CANCELLED", Money.cents(7)),
                new Bill("PAID", Money.cents(0)),
                new Bill("OVERDUE", Money.cents(100)),
                new Bill("DISPUTED", Money.cents(20))),
            false);

    assertThat(readiness.ready()).isTrue();
    assertThat(readiness.unpaid()).isEqualTo(Money.cents(120));
    assertThat(readiness.warnings()).containsExactly("invoices-unpaid", "invoice-disputed");
  }

  @Test
  void work_that_goes_on_and_billing_that_nobody_approved_are_worth_a_look() {
    assertThat(
            Judgement.of(
                    matter("ACTIVE", false, CLIENT, null, null, null), WORK, FEES, List.of(), false)
                .warnings())
        .containsExactly("matter-not-settled", "billing-not-approved");
  }

  /** I20. */
  @Test
  void an_urgent_matter_without_a_signed_agreement_is_worth_a_look() {
    MatterTermsView urgent =
        new MatterTermsView("HOURLY", null, null, null, true, null, null, null);
    MatterView matter = matter("SETTLED", false, CLIENT, urgent, null, APPROVED);

    assertThat(Judgement.of(matter, WORK, FEES, List.of(), false).warnings())
        .containsExactly("urgent-without-agreement");
    assertThat(Judgement.of(matter, WORK, FEES, List.of(), true).warnings()).isEmpty();
  }
}
