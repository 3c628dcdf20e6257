package za.lexohub.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.postgres.Database;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PartyDetails;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.PersonalDataVault.VaultUnavailable;

class VaultIT {

  private static final TenantId THANDI = new TenantId("thandi");
  private static final TenantId PIETER = new TenantId("pieter");
  private static final PartyDetails CLIENT =
      PartyDetails.of("Naledi Dlamini", "naledi@example.com");

  private static DriverManagerDataSource dataSource;
  private static JdbcClient jdbc;
  private static DataSourceTransactionManager transactions;

  private final MasterKey masterKey = new MasterKey(new byte[32]);
  private final UUID subject = UUID.randomUUID();

  @BeforeAll
  static void migrate() {
    Database database = TestParts.postgres().createDatabase("vault");
    Flyway.configure()
        .dataSource(database.url(), database.owner(), database.password())
        .load()
        .migrate();
    dataSource =
        new DriverManagerDataSource(database.url(), database.application(), database.password());
    jdbc = JdbcClient.create(dataSource);
    transactions = new DataSourceTransactionManager(dataSource);
  }

  private SubjectKeyVault vault() {
    return new SubjectKeyVault(new SubjectKeys(jdbc, transactions, masterKey));
  }

  @Test
  void opensWhatItSealedAlsoOnAnotherNode() {
    PersonalData sealed = vault().seal(THANDI, subject, (Object) CLIENT);

    assertThat(vault().open(THANDI, sealed, PartyDetails.class)).contains(CLIENT);
  }

  @Test
  void neitherEnvelopeNorDatabaseHoldsThePlainText() {
    PersonalData sealed = vault().seal(THANDI, subject, (Object) CLIENT);

    assertThat(sealed.toString()).doesNotContain("Naledi");
    assertThat(
            jdbc.sql("select string_agg(encode(wrapped_key, 'escape'), '') from subject_key")
                .query(String.class)
                .single())
        .doesNotContain("Naledi");
  }

  @Test
  void sealsTwiceUnderOneKeyButNeverAlike() {
    PersonalData one = vault().seal(THANDI, subject, (Object) CLIENT);
    PersonalData two = vault().seal(THANDI, subject, (Object) CLIENT);

    assertThat(two.keyId()).isEqualTo(one.keyId());
    assertThat(two.ciphertext()).isNotEqualTo(one.ciphertext());
  }

  @Test
  void concurrentNodesAgreeOnOneKey() throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<UUID> seal = () -> vault().seal(THANDI, subject, (Object) CLIENT).keyId();

      var keys = executor.invokeAll(List.of(seal, seal, seal, seal, seal, seal, seal, seal));

      assertThat(keys.stream().map(f -> f.resultNow()).distinct()).hasSize(1);
    }
  }

  @Test
  void theKeyOutlivesTheCallersRollback() {
    PersonalData sealed =
        new TransactionTemplate(transactions)
            .execute(
                status -> {
                  status.setRollbackOnly();
                  return vault().seal(THANDI, subject, (Object) CLIENT);
                });

    assertThat(vault().open(THANDI, sealed, PartyDetails.class)).contains(CLIENT);
  }

  @Test
  void anotherTenantCannotOpenIt() {
    PersonalData sealed = vault().seal(THANDI, subject, (Object) CLIENT);

    assertThat(vault().open(PIETER, sealed, PartyDetails.class)).isEmpty();
  }

  @Test
  void anAlteredEnvelopeIsRefused() {
    PersonalData sealed = vault().seal(THANDI, subject, (Object) CLIENT);
    PersonalData moved =
        new PersonalData(UUID.randomUUID(), sealed.keyId(), sealed.nonce(), sealed.ciphertext());

    assertThatThrownBy(() -> vault().open(THANDI, moved, PartyDetails.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("altered");
  }

  @Test
  void whatADestroyedKeySealedIsErased() {
    PersonalData sealed = vault().seal(THANDI, subject, (Object) CLIENT);
    jdbc.sql("update subject_key set wrapped_key = null, destroyed_at = now() where key_id = ?")
        .param(sealed.keyId())
        .update();

    assertThat(vault().open(THANDI, sealed, PartyDetails.class)).isEmpty();
    assertThat(vault().seal(THANDI, subject, (Object) CLIENT).keyId()).isNotEqualTo(sealed.keyId());
  }

  @Test
  void aForeignMasterKeyStopsTheStart() {
    new SubjectKeys(jdbc, transactions, masterKey).requireSameMasterKey();
    MasterKey foreign = new MasterKey(AesGcm.random(32));

    assertThatThrownBy(() -> new SubjectKeys(jdbc, transactions, foreign).requireSameMasterKey())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("does not belong to this database");
  }

  @Test
  void saysWhenTheKeysCannotBeReached() {
    var nowhere =
        new DriverManagerDataSource(
            "jdbc:postgresql://127.0.0.1:1/none?connectTimeout=1", "a", "b");
    var unreachable =
        new SubjectKeyVault(
            new SubjectKeys(
                JdbcClient.create(nowhere), new DataSourceTransactionManager(nowhere), masterKey));

    assertThatThrownBy(() -> unreachable.seal(THANDI, subject, (Object) CLIENT))
        .isInstanceOf(VaultUnavailable.class);
  }
}
