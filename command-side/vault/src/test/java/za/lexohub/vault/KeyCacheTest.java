package za.lexohub.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PersonalDataVault.VaultUnavailable;

class KeyCacheTest {

  private static final TenantId THANDI = new TenantId("thandi");
  private static final DriverManagerDataSource NOWHERE = new DriverManagerDataSource();

  private static final MasterKeys NO_KEYS =
      new MasterKeys(new LocalMasterKey(new byte[32]), List.of());

  private final UUID keyId = UUID.randomUUID();
  private long seconds;

  /** One key, until it is destroyed; every reading of it takes as long as it is told to. */
  private final class Stalled extends SubjectKeys {
    private boolean destroyed;
    private long stall;
    private int readings;

    Stalled() {
      super(JdbcClient.create(NOWHERE), new DataSourceTransactionManager(NOWHERE), NO_KEYS);
    }

    @Override
    Optional<SubjectKey> find(TenantId tenant, UUID id) {
      readings++;
      Optional<SubjectKey> found =
          destroyed
              ? Optional.empty()
              : Optional.of(new SubjectKey(id, new SecretKeySpec(new byte[32], "AES")));
      seconds += stall;
      return found;
    }
  }

  private final Stalled rows = new Stalled();
  private final KeyCache keys =
      new KeyCache(rows, Duration.ofSeconds(60), () -> Duration.ofSeconds(seconds).toNanos());

  @Test
  void aKeyIsReadOnceAsLongAsItMayBeRemembered() {
    keys.find(THANDI, keyId);
    seconds += 60;

    assertThat(keys.find(THANDI, keyId)).isPresent();
    assertThat(rows.readings).isEqualTo(1);
  }

  @Test
  void aReaderThatWasHeldUpRemembersItNoLonger() {
    rows.stall = 40;
    assertThat(keys.find(THANDI, keyId)).isPresent();
    rows.destroyed = true;
    seconds += 21; // after it was put away; 61 after it was read

    assertThat(keys.find(THANDI, keyId)).isEmpty();
  }

  @Test
  void whatTookLongerToReadThanItMayBeRememberedIsNotUsed() {
    rows.stall = 62;

    assertThatThrownBy(() -> keys.find(THANDI, keyId)).isInstanceOf(VaultUnavailable.class);
  }
}
