package za.lexohub.domain.practice;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.DataSubjects;
import za.lexohub.messages.party.PersonalDataVault;

/**
 * Practices from the configuration. Each is sealed once, when it is first asked for, so that all
 * its documents name their supplier by the same envelope; a vault that cannot be reached is asked
 * again the next time.
 */
final class ConfiguredPractices {
  private final Map<String, PracticesProperties.Registered> registered;
  private final PersonalDataVault vault;
  private final Map<TenantId, Practice> sealed = new ConcurrentHashMap<>();

  ConfiguredPractices(PracticesProperties properties, PersonalDataVault vault) {
    registered = Map.copyOf(properties.practices());
    this.vault = vault;
  }

  /** The practice, if it is configured. */
  @Nullable Practice find(TenantId tenant) {
    PracticesProperties.Registered practice = registered.get(tenant.value());
    return practice == null ? null : sealed(tenant, practice);
  }

  private Practice sealed(TenantId tenant, PracticesProperties.Registered practice) {
    return sealed.computeIfAbsent(
        tenant,
        owner ->
            new Practice(
                owner,
                practice.bar(),
                practice.vatRegisteredFrom(),
                vault.seal(owner, DataSubjects.advocate(owner), (Object) practice.details()),
                practice.profile(),
                practice.fidelityCertificateUntil()));
  }
}
