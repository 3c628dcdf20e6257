package za.lexohub.api.security;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The roles that a token's claim {@code roles} may name. */
public enum Role {
  ADVOCATE_JUNIOR,
  ADVOCATE_SENIOR,
  CHAMBERS_ADMIN,
  CLERK,
  /** Instructs the advocate; reaches what was granted of the tenant's books, and nothing else. */
  ATTORNEY,
  AUDITOR,
  ANALYST,
  /** Operates the system; no business of the books. */
  ADMIN;

  /** As it stands in the claim: lower case with dashes. */
  public String claim() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Role> of(String claim) {
    return Stream.of(values()).filter(role -> role.claim().equals(claim)).findFirst();
  }
}
