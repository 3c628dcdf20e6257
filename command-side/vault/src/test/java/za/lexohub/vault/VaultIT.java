package za.lexohub.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
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

  private static DataSource dataSource;
  private static JdbcClient jdbc;
  private static DataSourceTransactionManager transactions;

  private static final Duration REMEMBERED = Duration.ofSeconds(60);

  private final MasterKey masterKey = new LocalMasterKey(new byte[32]);
  private final MasterKeys masterKeys = new MasterKeys(masterKey, List.of());
  private final UUID subject = UUID.randomUUID();

  @BeforeAll
  static void migrate() {
    VaultDatabase database = VaultDatabase.migrated("vault");
    dataSource = database.dataSource();
    jdbc = database.jdbc();
    transactions = database.transactions();
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
