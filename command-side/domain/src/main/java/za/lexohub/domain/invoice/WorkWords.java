package za.lexohub.domain.invoice;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.lexohub.domain.matter.BillableItem;
import za.lexohub.domain.matter.MatterFile;
import za.lexohub.messages.invoice.InvoiceCommands.GenerateMatterInvoice;
import za.lexohub.messages.party.DataSubjects;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.party.Wording;

/**
 * Writes what an invoice of logged work says: the descriptions of the work, under the invoice's own
 * subject, so that a later change of the matter's file reaches no document.
 */
@Component
class WorkWords {
  /** What stands for a text whose key is destroyed, here as on every page. */
  private static final String ERASED = "[erased]";

  private final PersonalDataVault vault;

  WorkWords(PersonalDataVault vault) {
    this.vault = vault;
  }

  PersonalData of(GenerateMatterInvoice command, MatterFile file, List<BillableItem> items) {
    String title =
        command.title() == null
            ? open(command, file.wording(), Wording.class).map(Wording::title).orElse(ERASED)
            : text(command, command.title());
    String narrative = command.narrative() == null ? null : text(command, command.narrative());
    List<String> lines = items.stream().map(item -> text(command, item.description())).toList();
    Object wording = new Wording(title, null, narrative, lines);
    return vault.seal(command.tenant(), DataSubjects.wording(command.invoiceId().value()), wording);
  }

  private String text(GenerateMatterInvoice command, PersonalData sealed) {
    return open(command, sealed, String.class).orElse(ERASED);
  }

  private <T> Optional<T> open(
      GenerateMatterInvoice command, @Nullable PersonalData sealed, Class<T> type) {
    return sealed == null ? Optional.empty() : vault.open(command.tenant(), sealed, type);
  }
}
