package za.lexohub.domain.matter;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.lexohub.domain.numbering.Numbers;
import za.lexohub.domain.practice.Practice;
import za.lexohub.domain.practice.Practices;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.matter.MatterCommands.OpenMatter;
import za.lexohub.messages.matter.MatterCommands.RequestMatter;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.numbering.NumberSequenceId;
import za.lexohub.messages.numbering.NumberSeries;
import za.lexohub.messages.practice.Bar;

/** Begins a matter, opened or requested, together with its reference: one append, or neither. */
@Component
class MatterOpening {
  private final Numbers numbers;
  private final Repository<Matter> matters;
  private final Practices practices;

  MatterOpening(Numbers numbers, Repository<Matter> matters, Practices practices) {
    this.numbers = numbers;
    this.matters = matters;
    this.practices = practices;
  }

  @CommandHandler
  void decide(
      OpenMatter command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    begin(
        command.matterId(),
        command.tenant(),
        command.openedOn().getYear(),
        expectedVersion,
        (matter, bar, reference) -> matter.decide(command, bar, reference));
  }

  @CommandHandler
  void decide(
      RequestMatter command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    begin(
        command.matterId(),
        command.tenant(),
        command.requestedOn().getYear(),
        expectedVersion,
        (matter, bar, reference) -> matter.decide(command, bar, reference));
  }

  private interface Beginning {
    void of(Matter matter, Bar bar, String reference);
  }

  private void begin(
      MatterId matterId,
      TenantId tenant,
      int year,
      @Nullable String expectedVersion,
      Beginning beginning) {
    Practice practice = practices.of(tenant);
    Numbers.Locked references =
        numbers.lock(new NumberSequenceId(tenant, NumberSeries.MATTER, year));
    Aggregate<Matter> matter =
        Admission.loadOrCreate(
            matters, Matter.class, matterId, Matter::new, tenant, expectedVersion);
    if (matter.invoke(Matter::isBegun)) {
      return;
    }
    String reference = references.next(practice.bar(), matterId.toString());
    matter.execute(it -> beginning.of(it, practice.bar(), reference));
  }
}
