package za.lexohub.messages.agreement;

import za.lexohub.messages.Shape;

/** What an agreement says, in plain text; in the log only inside an envelope. */
public record AgreementText(String terms, String scope, String fees) {

  public AgreementText {
    Shape.notBlank("terms", terms);
    Shape.notBlank("scope", scope);
    Shape.notBlank("fees", fees);
  }
}
