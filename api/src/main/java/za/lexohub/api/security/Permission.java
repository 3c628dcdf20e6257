package za.lexohub.api.security;

import static za.lexohub.api.security.Role.ADMIN;
import static za.lexohub.api.security.Role.ADVOCATE_JUNIOR;
import static za.lexohub.api.security.Role.ADVOCATE_SENIOR;
import static za.lexohub.api.security.Role.ANALYST;
import static za.lexohub.api.security.Role.AUDITOR;
import static za.lexohub.api.security.Role.CHAMBERS_ADMIN;
import static za.lexohub.api.security.Role.CLERK;

import java.util.Set;

/**
 * Which role may do what: the one table, checked on the server for every request. A junior (and a
 * clerk) creates and edits matters and pro formas, and issues invoices and records payments on
 * them; changing what an invoice says, undoing and deleting are the senior's ({@code domain.md}
 * 11).
 */
public enum Permission {
  /** Names, amounts and documents; not the analyst's, because nothing is masked. */
  READ_BOOKS(ADVOCATE_SENIOR, ADVOCATE_JUNIOR, CHAMBERS_ADMIN, CLERK, AUDITOR),
  SEARCH(ADVOCATE_SENIOR, ADVOCATE_JUNIOR, CHAMBERS_ADMIN, CLERK, AUDITOR),
  /** How many there are of what; names nobody. */
  COUNT(ADVOCATE_SENIOR, ADVOCATE_JUNIOR, CHAMBERS_ADMIN, CLERK, AUDITOR, ANALYST),
  READ_WORKFLOWS(ADVOCATE_SENIOR, ADVOCATE_JUNIOR, CHAMBERS_ADMIN, CLERK, AUDITOR, ANALYST),
  /** The log and everything that it proves. */
  AUDIT(AUDITOR),

  OPEN_MATTER(ADVOCATE_SENIOR, ADVOCATE_JUNIOR, CHAMBERS_ADMIN, CLERK),
  EDIT_MATTER(ADVOCATE_SENIOR, ADVOCATE_JUNIOR, CHAMBERS_ADMIN, CLERK),
  ARCHIVE_MATTER(ADVOCATE_SENIOR, CHAMBERS_ADMIN),

  CREATE_PRO_FORMA(ADVOCATE_SENIOR, ADVOCATE_JUNIOR, CHAMBERS_ADMIN, CLERK),
  EDIT_PRO_FORMA(ADVOCATE_SENIOR, ADVOCATE_JUNIOR, CHAMBERS_ADMIN, CLERK),
  SEND_PRO_FORMA(ADVOCATE_SENIOR, ADVOCATE_JUNIOR, CHAMBERS_ADMIN),
  RECORD_ANSWER(ADVOCATE_SENIOR, ADVOCATE_JUNIOR, CHAMBERS_ADMIN),
  WITHDRAW_PRO_FORMA(ADVOCATE_SENIOR, CHAMBERS_ADMIN),

  CREATE_INVOICE(ADVOCATE_SENIOR, ADVOCATE_JUNIOR, CHAMBERS_ADMIN),
  SEND_INVOICE(ADVOCATE_SENIOR, ADVOCATE_JUNIOR, CHAMBERS_ADMIN),
  EDIT_INVOICE(ADVOCATE_SENIOR, CHAMBERS_ADMIN),
  DELETE_INVOICE(ADVOCATE_SENIOR, CHAMBERS_ADMIN),
  RECORD_PAYMENT(ADVOCATE_SENIOR, ADVOCATE_JUNIOR, CHAMBERS_ADMIN, CLERK),
  REVERSE_PAYMENT(ADVOCATE_SENIOR, CHAMBERS_ADMIN),

  /** What is erased is gone: with the legal holds that prevent it. */
  ERASE(ADVOCATE_SENIOR, CHAMBERS_ADMIN),

  RETRY_WORKFLOW(ADVOCATE_SENIOR, ADVOCATE_JUNIOR, CHAMBERS_ADMIN),

  OPERATE(ADMIN);

  private final Set<Role> roles;

  Permission(Role... roles) {
    this.roles = Set.of(roles);
  }

  public boolean isGivenTo(Set<Role> held) {
    return held.stream().anyMatch(roles::contains);
  }
}
