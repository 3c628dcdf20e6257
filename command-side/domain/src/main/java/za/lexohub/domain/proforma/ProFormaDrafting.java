package za.lexohub.domain.proforma;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.lexohub.domain.matter.MatterFile;
import za.lexohub.domain.numbering.Numbers;
import za.lexohub.domain.practice.Practice;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.numbering.NumberSequenceId;
import za.lexohub.messages.numbering.NumberSeries;
import za.lexohub.messages.proforma.Offer;
import za.lexohub.messages.proforma.ProFormaCommands.DraftProForma;

/** Drafts a quote together with its number: one append, or neither. */
@Component
class ProFormaDrafting {
  private final Numbers numbers;
  private final Repository<ProForma> proFormas;
  private final Quotes quotes;

  ProFormaDrafting(Numbers numbers, Repository<ProForma> proFormas, Quotes quotes) {
    this.numbers = numbers;
    this.proFormas = proFormas;
    this.quotes = quotes;
  }

  @CommandHandler
  void decide(
      DraftProForma command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    Practice practice = quotes.practice(command.tenant());
    int year = command.quoteDate().getYear();
    Numbers.Locked quoteNumbers =
        numbers.lock(new NumberSequenceId(command.tenant(), NumberSeries.PRO_FORMA, year));
    Aggregate<ProForma> proForma =
        Admission.loadOrCreate(
            proFormas,
            ProForma.class,
            command.proFormaId(),
            ProForma::new,
            command.tenant(),
            expectedVersion);
    proForma.execute(ProForma::requireDraftable);
    MatterFile matter = quotes.file(command.matterId(), command.tenant());
    if (matter != null) {
      matter.requireOpen();
    }
    Offer offer = quotes.offer(command.tenant(), matter, command.lines(), command.quoteDate());
    String number = quoteNumbers.next(practice, command.proFormaId().toString());
    proForma.execute(it -> it.decide(command, number, offer, matter));
  }
}
