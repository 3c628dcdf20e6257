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
import za.lexohub.messages.matter.MatterCommands.OpenMatter;
import za.lexohub.messages.numbering.NumberSequenceId;
import za.lexohub.messages.numbering.NumberSeries;

/** Opens a matter together with its reference: one append, or neither. */
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
    Practice practice = practices.of(command.tenant());
    int year = command.openedOn().getYear();
    Numbers.Locked references =
        numbers.lock(new NumberSequenceId(command.tenant(), NumberSeries.MATTER, year));
    Aggregate<Matter> matter =
        Admission.loadOrCreate(
            matters,
            Matter.class,
            command.matterId(),
            Matter::new,
            command.tenant(),
            expectedVersion);
    if (matter.invoke(Matter::isOpened)) {
      return;
    }
    String reference = references.next(practice, command.matterId().toString());
    matter.execute(it -> it.decide(command, practice.bar(), reference));
  }
}
