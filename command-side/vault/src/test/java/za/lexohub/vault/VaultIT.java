package za.lexohub.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.postgres.Database;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
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

  private static final Duration REMEMBERED = Duration.ofSeconds(60);

  private final MasterKey masterKey = new LocalMasterKey(new byte[32]);
  private final MasterKeys masterKeys = new MasterKeys(masterKey, List.of());
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

  private KeyCache keys(MasterKeys with, Duration cachedFor) {
    return new KeyCache(new SubjectKeys(jdbc, transactions, with), cachedFor);
  }

  private KeyCache keys() {
    return keys(masterKeys, REMEMBERED);
  }

  private SubjectKeyVault vault() {
    return new SubjectKeyVault(keys());
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
  void whatADestroyedKeySealedIsErasedAndItsSubjectNeverSealedForAgain() {
    KeyCache keys = keys();
    SubjectKeyVault vault = new SubjectKeyVault(keys);
    PersonalData sealed = vault.seal(THANDI, subject, (Object) CLIENT);

    keys.destroy(THANDI, List.of(subject));

    assertThat(vault.open(THANDI, sealed, PartyDetails.class)).isEmpty();
    assertThatThrownBy(() -> vault.seal(THANDI, subject, (Object) CLIENT))
        .isInstanceOfSatisfying(
            RuleViolated.class,
            refused -> assertThat(refused.rule()).isEqualTo(Rule.PERSONAL_DATA_ERASED));
    assertThatThrownBy(() -> vault().seal(THANDI, subject, (Object) CLIENT))
        .isInstanceOf(RuleViolated.class);
    assertThat(
            jdbc.sql(
                    "select count(*) from subject_key where subject_id = ? and wrapped_key is null")
                .param(subject)
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void whoWasErasedBeforeAnythingWasSealedIsErasedToo() {
    keys().destroy(THANDI, List.of(subject));

    assertThatThrownBy(() -> vault().seal(THANDI, subject, (Object) CLIENT))
        .isInstanceOf(RuleViolated.class);
    assertThat(vault().seal(PIETER, subject, (Object) CLIENT)).isNotNull();
  }

  @Test
  void anotherNodeForgetsADestroyedKeyInTimeAndOnlyThenItIsGoneEverywhere() {
    Duration remembered = Duration.ofMillis(200);
    SubjectKeyVault other = new SubjectKeyVault(keys(masterKeys, remembered));
    PersonalData sealed = other.seal(THANDI, subject, (Object) CLIENT);
    assertThat(other.open(THANDI, sealed, PartyDetails.class)).isPresent();
    KeyCache keys = keys(masterKeys, remembered);

    assertThat(keys.destroy(THANDI, List.of(subject))).isFalse();

    await().until(() -> keys.destroy(THANDI, List.of(subject)));
    assertThat(other.open(THANDI, sealed, PartyDetails.class)).isEmpty();
  }

  @Test
  void aPaperOpensOnlyAsLongAsEverybodyInItIsThere() {
    KeyCache keys = keys();
    PaperVault papers = new PaperVault(keys);
    byte[] paper = "%PDF of Naledi".getBytes(StandardCharsets.UTF_8);
    UUID other = UUID.randomUUID();
    byte[] sealed = papers.seal(THANDI, List.of(subject, other, subject), paper);
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Naledi");
    assertThat(new PaperVault(keys()).open(THANDI, sealed).orElseThrow()).isEqualTo(paper);
    assertThat(papers.open(PIETER, sealed)).isEmpty();

    keys.destroy(THANDI, List.of(other));

    assertThat(papers.open(THANDI, sealed)).isEmpty();
    assertThatThrownBy(() -> papers.seal(THANDI, List.of(subject, other), paper))
        .isInstanceOf(RuleViolated.class);
  }

  @Test
  void anAlteredPaperIsRefused() {
    PaperVault papers = new PaperVault(keys());
    byte[] sealed = papers.seal(THANDI, List.of(subject), new byte[100]);
    for (int at : new int[] {0, sealed.length / 2, sealed.length - 1}) {
      byte[] altered = sealed.clone();
      altered[at] ^= 1;
      assertThatThrownBy(() -> papers.open(THANDI, altered))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> papers.open(THANDI, new byte[3]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aMasterKeyGivesWayToAnotherAndIsRetired() {
    Database database = TestParts.postgres().createDatabase("rotation");
    Flyway.configure()
        .dataSource(database.url(), database.owner(), database.password())
        .load()
        .migrate();
    var source =
        new DriverManagerDataSource(database.url(), database.application(), database.password());
    JdbcClient own = JdbcClient.create(source);
    var transaction = new DataSourceTransactionManager(source);
    MasterKey old = new LocalMasterKey(AesGcm.random(32));
    MasterKey next = new LocalMasterKey(AesGcm.random(32));
    MasterKeys before = new MasterKeys(old, List.of());
    MasterKeys during = new MasterKeys(next, List.of(old));
    MasterKeys after = new MasterKeys(next, List.of());
    new MasterKeyChange(own, transaction, before).requireSameMasterKey();
    byte[] link = new DerivedSecrets(own, before).of("public-link");
    assertThat(link).isEqualTo(old.firstSecret("public-link"));
    PersonalData sealed = vault(own, transaction, before).seal(THANDI, subject, (Object) CLIENT);
    for (int i = 0; i < 600; i++) {
      vault(own, transaction, before).seal(THANDI, UUID.randomUUID(), (Object) CLIENT);
    }
    assertThatThrownBy(() -> new MasterKeyChange(own, transaction, after).requireSameMasterKey())
        .isInstanceOf(IllegalStateException.class);

    MasterKeyChange change = new MasterKeyChange(own, transaction, during);
    change.requireSameMasterKey();
    PersonalData meanwhile =
        vault(own, transaction, during).seal(THANDI, UUID.randomUUID(), (Object) CLIENT);
    assertThatThrownBy(
            () -> vault(own, transaction, before).open(THANDI, meanwhile, PartyDetails.class))
        .isInstanceOf(VaultUnavailable.class);
    assertThat(change.run()).isEqualTo(602);
    assertThat(change.run()).isZero();

    new MasterKeyChange(own, transaction, after).requireSameMasterKey();
    assertThat(vault(own, transaction, after).open(THANDI, sealed, PartyDetails.class))
        .contains(CLIENT);
    assertThat(new DerivedSecrets(own, after).of("public-link")).isEqualTo(link);
    assertThatThrownBy(() -> new MasterKeyChange(own, transaction, before).requireSameMasterKey())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aMasterKeyUsedAgainAfterItRetiredIsNeededAgain() {
    Database database = TestParts.postgres().createDatabase("retirement");
    Flyway.configure()
        .dataSource(database.url(), database.owner(), database.password())
        .load()
        .migrate();
    var source =
        new DriverManagerDataSource(database.url(), database.application(), database.password());
    JdbcClient own = JdbcClient.create(source);
    var transaction = new DataSourceTransactionManager(source);
    MasterKey old = new LocalMasterKey(AesGcm.random(32));
    MasterKey next = new LocalMasterKey(AesGcm.random(32));
    MasterKeys before = new MasterKeys(old, List.of());
    MasterKeys during = new MasterKeys(next, List.of(old));
    MasterKeys after = new MasterKeys(next, List.of());
    new MasterKeyChange(own, transaction, before).requireSameMasterKey();
    SubjectKeyVault notRestarted = vault(own, transaction, before);
    MasterKeyChange change = new MasterKeyChange(own, transaction, during);
    change.requireSameMasterKey();
    new DerivedSecrets(own, during).of("public-link");
    change.run();
    assertThat(retired(own)).containsExactly(old.fingerprint());

    PersonalData late = notRestarted.seal(THANDI, subject, (Object) CLIENT);

    assertThat(retired(own)).isEmpty();
    assertThatThrownBy(() -> new MasterKeyChange(own, transaction, after).requireSameMasterKey())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(old.fingerprint())
        .hasMessageContaining("is not held here");
    change.requireSameMasterKey();
    assertThat(change.run()).isEqualTo(1);
    new MasterKeyChange(own, transaction, after).requireSameMasterKey();
    assertThat(vault(own, transaction, after).open(THANDI, late, PartyDetails.class))
        .contains(CLIENT);
  }

  /** Of a node that may not wrap, or dies meanwhile; the database refuses once, too. */
  @Test
  void whatAnotherNodeHadLockedIsWrappedAnewInTheEnd() throws SQLException {
    Database database = TestParts.postgres().createDatabase("locked");
    Flyway.configure()
        .dataSource(database.url(), database.owner(), database.password())
        .load()
        .migrate();
    var source =
        new DriverManagerDataSource(database.url(), database.application(), database.password());
    JdbcClient own = JdbcClient.create(source);
    var transaction = new DataSourceTransactionManager(source);
    MasterKey old = new LocalMasterKey(AesGcm.random(32));
    MasterKey next = new LocalMasterKey(AesGcm.random(32));
    MasterKeys before = new MasterKeys(old, List.of());
    MasterKeys during = new MasterKeys(next, List.of(old));
    new MasterKeyChange(own, transaction, before).requireSameMasterKey();
    vault(own, transaction, before).seal(THANDI, subject, (Object) CLIENT);
    MasterKeyChange change = new MasterKeyChange(own, transaction, during, Duration.ofMillis(1));
    change.requireSameMasterKey();
    AtomicInteger looks = new AtomicInteger();

    try (Connection another = source.getConnection()) {
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
    assertThat(retired(own)).containsExactly(old.fingerprint());
    new MasterKeyChange(own, transaction, new MasterKeys(next, List.of())).requireSameMasterKey();
  }

  private static void release(Connection holder) {
    try {
      holder.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> retired(JdbcClient jdbc) {
    return jdbc.sql("select fingerprint from master_key where retired_at is not null")
        .query(String.class)
        .list();
  }

  private static SubjectKeyVault vault(
      JdbcClient jdbc, DataSourceTransactionManager transactions, MasterKeys keys) {
    return new SubjectKeyVault(new KeyCache(new SubjectKeys(jdbc, transactions, keys), REMEMBERED));
  }

  @Test
  void aForeignMasterKeyStopsTheStart() {
    new MasterKeyChange(jdbc, transactions, masterKeys).requireSameMasterKey();
    MasterKeys foreign = new MasterKeys(new LocalMasterKey(AesGcm.random(32)), List.of());

    assertThatThrownBy(
            () -> new MasterKeyChange(jdbc, transactions, foreign).requireSameMasterKey())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("does not belong to this database");
  }

  @Test
  void saysWhenTheKeysCannotBeReached() {
    var nowhere =
        new DriverManagerDataSource(
            "jdbc:postgresql://127.0.0.1:1/none?connectTimeout=1", "a", "b");
    var unreachable =
        vault(JdbcClient.create(nowhere), new DataSourceTransactionManager(nowhere), masterKeys);

    assertThatThrownBy(() -> unreachable.seal(THANDI, subject, (Object) CLIENT))
        .isInstanceOf(VaultUnavailable.class);
  }
}
