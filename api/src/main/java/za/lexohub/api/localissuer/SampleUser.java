package za.lexohub.api.localissuer;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import za.lexohub.api.security.Role;

/**
 * Somebody to try the API as. The name is both client id and secret; the practices behind the
 * tenants stand in {@code application-embedded.yaml}.
 */
enum SampleUser {
  /** Johannesburg, VAT vendor. */
  THANDI(Role.ADVOCATE_SENIOR, "7a1d0c5e-0001-4000-8000-000000000001"),
  /** Cape Town, VAT vendor. */
  PIETER(Role.ADVOCATE_SENIOR, "7a1d0c5e-0002-4000-8000-000000000002"),
  /** Johannesburg, not registered for VAT. */
  LERATO(Role.ADVOCATE_JUNIOR, "7a1d0c5e-0003-4000-8000-000000000003"),
  /** Instructs Thandi: sees what was granted to {@code f5e81b0d-…}, her subject. */
  NALEDI(Role.ATTORNEY, THANDI.tenant),
  /** Reads Thandi's books. */
  AUDITOR(Role.AUDITOR, THANDI.tenant),
  /** Counts Thandi's books without reading them. */
  ANALYST(Role.ANALYST, THANDI.tenant),
  /** Runs the system. */
  OPERATOR(Role.ADMIN, "operations");

  private final Role role;
  private final String tenant;

  SampleUser(Role role, String tenant) {
    this.role = role;
    this.tenant = tenant;
  }

  String clientId() {
    return name().toLowerCase(Locale.ROOT);
  }

  Role role() {
    return role;
  }

  String tenant() {
    return tenant;
  }

  /** An advocate is their own tenant. */
  String subject() {
    boolean advocate = role == Role.ADVOCATE_SENIOR || role == Role.ADVOCATE_JUNIOR;
    return advocate
        ? tenant
        : UUID.nameUUIDFromBytes(clientId().getBytes(StandardCharsets.UTF_8)).toString();
  }

  static SampleUser of(String clientId) {
    return valueOf(clientId.toUpperCase(Locale.ROOT));
  }
}
