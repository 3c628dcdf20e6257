package za.lexohub.domain.invoice;

import za.lexohub.messages.money.Money;

/** The reminders of an invoice. */
class Dunning {

  /** Asks the invoice: what is owed of it now, nothing when it is no debt or none any more. */
  interface Owed {
    Money balance();
  }

  private final Owed owed;

  Dunning(Owed owed) {
    this.owed = owed;
  }
}
