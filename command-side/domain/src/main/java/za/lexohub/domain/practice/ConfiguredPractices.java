package za.lexohub.domain.practice;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.DataSubjects;
import za.lexohub.messages.party.PersonalDataVault;

/**
 * Practices from the configuration. Each is sealed once, when it is first asked for, so that all
 * its documents name their supplier by the same envelope; a vault that cannot be reached is asked
 * again the next time.
 */
final class ConfiguredPractices implements Practices {
  private final Map<String, PracticesProperties.Registered> registered;
  private final PersonalDataVault vault;
  private final Map<TenantId, Practice> sealed = new ConcurrentHashMap<>();

  ConfiguredPractices(PracticesProperties properties, PersonalDataVault vault) {
    registered = Map.copyOf(properties.practices());
    this.vault = vault;
  }

  @Override
  public Practice of(TenantId tenant) {
    PracticesProperties.Registered practice = registered.get(tenant.value());
    if (practice == null) {
      throw new RuleViolated(Rule.PRACTICE_UNKNOWN, "there is no practice of " + tenant);
    }
    return sealed.computeIfAbsent(
        tenant,
        owner ->
            new Practice(
                owner,
                practice.bar(),
                practice.vatRegisteredFrom(),
                vault.seal(owner, DataSubjects.advocate(owner), (Object) practice.details())));
  }
}
