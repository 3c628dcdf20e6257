package za.lexohub.audit.command;

import java.util.Optional;
import java.util.UUID;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.PersonalDataVault;

/** Whoever has the database has no keys: personal data stays sealed. */
final class ClosedVault implements PersonalDataVault {

  @Override
  public PersonalData seal(TenantId tenant, UUID subjectId, Object plain) {
    throw new IllegalStateException("a replay writes nothing");
  }

  @Override
  public <T> Optional<T> open(TenantId tenant, PersonalData sealed, Class<T> type) {
    return Optional.empty();
  }
}
