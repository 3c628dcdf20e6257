package za.lexohub.projectors.party;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PartyDetails;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.party.Wording;
import za.lexohub.messages.practice.Supplier;
import za.lexohub.messages.practice.SupplierDetails;
import za.lexohub.readmodels.money.Line;
import za.lexohub.readmodels.money.Money;
import za.lexohub.readmodels.money.Totals;
import za.lexohub.readmodels.party.PartyView;
import za.lexohub.readmodels.party.SupplierView;
import za.lexohub.readmodels.party.WordingView;

/**
 * Opens what events keep sealed, and puts amounts into the read side's words. Where the key was
 * destroyed, {@value PartyView#ERASED} stands instead; where keys cannot be reached now, it throws
 * and the event comes again.
 */
public final class OpenedText {

  private final PersonalDataVault vault;

  public OpenedText(PersonalDataVault vault) {
    this.vault = vault;
  }

  public PartyView party(String tenant, Party party) {
    return vault
        .open(new TenantId(tenant), party.details(), PartyDetails.class)
        .map(
            open ->
                new PartyView(
                    open.name(),
                    open.email(),
                    open.phone(),
                    open.address(),
                    open.firm(),
                    open.firmReference(),
                    open.vatNumber()))
        .orElseGet(PartyView::erased);
  }

  public SupplierView supplier(String tenant, Supplier supplier) {
    String bar = supplier.bar().name();
    boolean registered = supplier.vatRegistered();
    return vault
        .open(new TenantId(tenant), supplier.details(), SupplierDetails.class)
        .map(
            open ->
                new SupplierView(
                    open.name(), bar, registered, open.practiceNumber(), open.vatNumber()))
        .orElseGet(() -> new SupplierView(PartyView.ERASED, bar, registered, null, null));
  }

  public @Nullable String text(String tenant, @Nullable PersonalData sealed) {
    return sealed == null
        ? null
        : vault.open(new TenantId(tenant), sealed, String.class).orElse(PartyView.ERASED);
  }

  /** Whatever an envelope holds; empty when its key was destroyed. */
  public <T> Optional<T> open(String tenant, PersonalData sealed, Class<T> type) {
    return vault.open(new TenantId(tenant), sealed, type);
  }

  /** The free text of a file, and the descriptions of its lines. */
  public Opened wording(String tenant, PersonalData sealed) {
    return vault
        .open(new TenantId(tenant), sealed, Wording.class)
        .map(
            open ->
                new Opened(
                    new WordingView(open.title(), open.description(), open.narrative()),
                    open.lines()))
        .orElseGet(() -> new Opened(new WordingView(PartyView.ERASED, null, null), null));
  }

  public static Money money(za.lexohub.messages.money.Money money) {
    return new Money(money.amount(), money.currency());
  }

  public static Totals totals(za.lexohub.messages.money.Totals totals) {
    return new Totals(
        money(totals.fees()),
        money(totals.disbursements()),
        money(totals.discount()),
        money(totals.subtotal()),
        totals.vatRateBasisPoints(),
        money(totals.vat()),
        money(totals.total()),
        totals.rounding());
  }

  /**
   * A document's free text.
   *
   * @param descriptions of its lines; absent when erased
   */
  public record Opened(WordingView wording, @Nullable List<String> descriptions) {

    /** The priced lines with their descriptions. */
    public List<Line> describe(List<za.lexohub.messages.money.Line> lines) {
      List<String> texts =
          descriptions == null ? Collections.nCopies(lines.size(), PartyView.ERASED) : descriptions;
      return IntStream.range(0, lines.size())
          .mapToObj(i -> line(lines.get(i), i < texts.size() ? texts.get(i) : ""))
          .toList();
    }

    private static Line line(za.lexohub.messages.money.Line line, String description) {
      return new Line(
          line.kind().name(),
          line.date(),
          description,
          line.quantity(),
          money(line.rate()),
          money(line.amount()),
          line.vatTreatment().name());
    }
  }
}
