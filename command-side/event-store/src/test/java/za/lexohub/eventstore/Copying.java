package za.lexohub.eventstore;

import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Decides one ledger by what another says, to which it appends nothing. */
class Copying {

  record Copy(UUID from, UUID to) {}

  private final Repository<Ledger> ledgers;

  Copying(Repository<Ledger> ledgers) {
    this.ledgers = ledgers;
  }

  @CommandHandler
  void decide(Copy command) {
    String text = ledgers.load(command.from().toString()).invoke(Ledger::last);
    ledgers
        .load(command.to().toString())
        .execute(ledger -> ledger.decide(new Ledger.Write(command.to(), text)));
  }
}
