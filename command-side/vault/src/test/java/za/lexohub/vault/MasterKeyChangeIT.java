package za.lexohub.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataRetrievalFailureException;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PartyDetails;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.PersonalDataVault.VaultUnavailable;

/** How one master key gives way to another while people's keys are wrapped by it. */
class MasterKeyChangeIT {

  private static final TenantId THANDI = new TenantId("thandi");
  private static final PartyDetails CLIENT =
      PartyDetails.of("Naledi Dlamini", "naledi@example.com");
  private static final Duration REMEMBERED = Duration.ofSeconds(60);

  private final VaultDatabase database = VaultDatabase.migrated("master_key_change");
  private final MasterKey old = new LocalMasterKey(AesGcm.random(32));
  private final MasterKey next = new LocalMasterKey(AesGcm.random(32));
  private final MasterKeys before = new MasterKeys(old, List.of());
  private final MasterKeys during = new MasterKeys(next, List.of(old));
  private final MasterKeys after = new MasterKeys(next, List.of());
  private final UUID subject = UUID.randomUUID();

  @Test
  void aMasterKeyGivesWayToAnotherAndIsRetired() {
    change(before).requireSameMasterKey();
    byte[] link = new DerivedSecrets(database.jdbc(), before).of("public-link");
    assertThat(link).isEqualTo(old.firstSecret("public-link"));
    PersonalData sealed = vault(before).seal(THANDI, subject, (Object) CLIENT);
    for (int i = 0; i < 600; i++) {
      vault(before).seal(THANDI, UUID.randomUUID(), (Object) CLIENT);
    }
    assertThatThrownBy(() -> change(after).requireSameMasterKey())
        .isInstanceOf(IllegalStateException.class);

    MasterKeyChange change = change(during);
    change.requireSameMasterKey();
    PersonalData meanwhile = vault(during).seal(THANDI, UUID.randomUUID(), (Object) CLIENT);
    assertThatThrownBy(() -> vault(before).open(THANDI, meanwhile, PartyDetails.class))
        .isInstanceOf(VaultUnavailable.class);
    assertThat(change.run()).isEqualTo(602);
    assertThat(change.run()).isZero();

    change(after).requireSameMasterKey();
    assertThat(vault(after).open(THANDI, sealed, PartyDetails.class)).contains(CLIENT);
    assertThat(new DerivedSecrets(database.jdbc(), after).of("public-link")).isEqualTo(link);
    assertThatThrownBy(() -> change(before).requireSameMasterKey())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aMasterKeyUsedAgainAfterItRetiredIsNeededAgain() {
    change(before).requireSameMasterKey();
    SubjectKeyVault notRestarted = vault(before);
    MasterKeyChange change = change(during);
    change.requireSameMasterKey();
    new DerivedSecrets(database.jdbc(), during).of("public-link");
    change.run();
    assertThat(retired()).containsExactly(old.fingerprint());

    PersonalData late = notRestarted.seal(THANDI, subject, (Object) CLIENT);

    assertThat(retired()).isEmpty();
    assertThatThrownBy(() -> change(after).requireSameMasterKey())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(old.fingerprint())
        .hasMessageContaining("is not held here");
    change.requireSameMasterKey();
    assertThat(change.run()).isEqualTo(1);
    change(after).requireSameMasterKey();
    assertThat(vault(after).open(THANDI, late, PartyDetails.class)).contains(CLIENT);
  }

  /** Of a node that may not wrap, or dies meanwhile; the database refuses once, too. */
  @Test
  void whatAnotherNodeHadLockedIsWrappedAnewInTheEnd() throws SQLException {
    change(before).requireSameMasterKey();
    vault(before).seal(THANDI, subject, (Object) CLIENT);
    MasterKeyChange change =
        new MasterKeyChange(database.jdbc(), database.transactions(), during, Duration.ofMillis(1));
    change.requireSameMasterKey();
    AtomicInteger looks = new AtomicInteger();

    try (Connection another = database.dataSource().getConnection()) {
      another.setAutoCommit(false);
      another.createStatement().execute("select from subject_key for update");
      assertThat(change.run()).isZero();
      change.untilDone(
          () -> {
            switch (looks.incrementAndGet()) {
              case 1 -> throw new DataRetrievalFailureException("not now");
              case 3 -> release(another);
              default -> {}
            }
          });
    }

    assertThat(looks).hasValue(3);
    assertThat(retired()).containsExactly(old.fingerprint());
    change(after).requireSameMasterKey();
  }

  private static void release(Connection holder) {
    try {
      holder.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> retired() {
    return database
        .jdbc()
        .sql("select fingerprint from master_key where retired_at is not null")
        .query(String.class)
        .list();
  }

  private MasterKeyChange change(MasterKeys keys) {
    return new MasterKeyChange(database.jdbc(), database.transactions(), keys);
  }

  private SubjectKeyVault vault(MasterKeys keys) {
    return new SubjectKeyVault(
        new KeyCache(new SubjectKeys(database.jdbc(), database.transactions(), keys), REMEMBERED));
  }
}
