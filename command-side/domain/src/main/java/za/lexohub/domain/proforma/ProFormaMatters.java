package za.lexohub.domain.proforma;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.lexohub.domain.matter.MatterBilling;
import za.lexohub.domain.numbering.Numbers;
import za.lexohub.domain.practice.Practice;
import za.lexohub.domain.practice.Practices;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.erasure.FiledDocuments;
import za.lexohub.messages.matter.MatterCommands.OpenMatter;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.numbering.NumberSequenceId;
import za.lexohub.messages.numbering.NumberSeries;
import za.lexohub.messages.proforma.ProFormaCommands.ConvertProFormaToMatter;
import za.lexohub.messages.proforma.ProFormaCommands.ReverseProFormaConversion;
import za.lexohub.messages.proforma.ProFormaId;

/** Makes a matter of a pro forma, together with its reference, and takes that back. */
@Component
class ProFormaMatters {
  private final Numbers numbers;
  private final Repository<ProForma> proFormas;
  private final MatterBilling matters;
  private final FiledDocuments filed;
  private final MatterMoney money;
  private final Practices practices;
  private final ErasedFiles erased;

  ProFormaMatters(
      Numbers numbers,
      Repository<ProForma> proFormas,
      MatterBilling matters,
      FiledDocuments filed,
      MatterMoney money,
      Practices practices,
      ErasedFiles erased) {
    this.numbers = numbers;
    this.proFormas = proFormas;
    this.matters = matters;
    this.filed = filed;
    this.money = money;
    this.practices = practices;
    this.erased = erased;
  }

  @CommandHandler
  void decide(
      ConvertProFormaToMatter command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    Practice practice = practices.of(command.tenant());
    int year = command.openedOn().getYear();
    Numbers.Locked references =
        numbers.lock(new NumberSequenceId(command.tenant(), NumberSeries.MATTER, year));
    Aggregate<ProForma> proForma = load(command.proFormaId(), command.tenant(), expectedVersion);
    if (proForma.invoke(it -> it.isMade(command.matterId()))) {
      return;
    }
    proForma.execute(Conversion::requireConvertible);
    String reference = references.next(practice, command.matterId().toString());
    OpenMatter opening = proForma.invoke(it -> it.matter(command));
    proForma.execute(it -> it.decide(command));
    matters.open(opening, practice.bar(), reference);
    erased.requireLive(command.proFormaId(), null, command.tenant());
  }

  @CommandHandler
  void decide(
      ReverseProFormaConversion command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    Aggregate<ProForma> proForma = load(command.proFormaId(), command.tenant(), expectedVersion);
    if (proForma.invoke(Conversion::isReversed)) {
      return;
    }
    MatterId matterId = proForma.invoke(Conversion::requireConverted);
    requireNoMoney(matterId, command.tenant());
    MatterBilling.Locked matter = matters.lock(matterId, command.tenant());
    requireEmpty(matterId, command.proFormaId(), command.tenant());
    requireNoMoney(matterId, command.tenant());
    erased.requireLive(command.proFormaId(), matterId, command.tenant());
    proForma.execute(it -> it.decide(command));
    matter.undo(command.reason());
  }

  /** The matter knows its work; of what its pro formas are and have made only the log knows. */
  private void requireEmpty(MatterId matterId, ProFormaId proFormaId, TenantId tenant) {
    boolean alone = filed.proFormasOn(tenant, matterId).equals(List.of(proFormaId));
    if (!alone || !filed.invoicesOn(tenant, matterId).isEmpty()) {
      throw new RuleViolated(
          Rule.MATTER_HAS_WORK, "the matter has quotes or invoices of its own and stays");
    }
  }

  private void requireNoMoney(MatterId matterId, TenantId tenant) {
    if (money.isOn(matterId, tenant)) {
      throw new RuleViolated(
          Rule.MATTER_HAS_CLIENT_MONEY, "money of the client moved on the matter, which stays");
    }
  }

  private Aggregate<ProForma> load(
      ProFormaId proFormaId, TenantId tenant, @Nullable String expectedVersion) {
    return Admission.load(proFormas, ProForma.class, proFormaId, tenant, expectedVersion);
  }
}
