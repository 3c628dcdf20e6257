package za.lexohub.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import za.lexohub.embedded.kms.KmsServer;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PersonalDataVault.VaultUnavailable;
import za.lexohub.vault.SubjectKeys.SubjectKey;

/** Subjects' keys wrapped by KMS, over the wire. */
class KmsIT {

  private static final TenantId THANDI = new TenantId("thandi");
  private static final Duration REMEMBERED = Duration.ofMinutes(15);

  @TempDir Path folder;
  private KmsServer server;
  private KmsClient kms;
  private String arn;
  private JdbcClient jdbc;
  private DataSourceTransactionManager transactions;
  private final UUID subject = UUID.randomUUID();

  @BeforeEach
  void start() throws IOException {
    server = KmsServer.start("caller", "secret", "af-south-1");
    arn = server.symmetricKey();
    kms =
        KmsClient.builder()
            .endpointOverride(URI.create(server.endpoint()))
            .region(Region.AF_SOUTH_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("caller", "secret")))
            .overrideConfiguration(
                o ->
                    o.retryStrategy(
                        AwsRetryStrategy.standardRetryStrategy().toBuilder()
                            .maxAttempts(2)
                            .build()))
            .build();
    VaultDatabase database = VaultDatabase.migrated("vault_kms");
    jdbc = database.jdbc();
    transactions = database.transactions();
  }

  @AfterEach
  void stop() {
    kms.close();
    server.close();
  }

  @Test
  void aKeyIsWrappedOnceAndUnwrappedOnAnotherNode() {
    SubjectKey made = keys(node()).liveOrNew(THANDI, subject);
    assertThat(server.calls()).isEqualTo(1);
    assertThat(wrappedBy(subject)).isEqualTo(arn);

    SubjectKeys other = keys(node());
    assertThat(other.find(THANDI, made.id()).orElseThrow().secret()).isEqualTo(made.secret());
    assertThat(other.liveOrNew(THANDI, subject).secret()).isEqualTo(made.secret());
    assertThat(server.calls()).isEqualTo(2);

    server.rotate(arn);
    assertThat(keys(node()).find(THANDI, made.id()).orElseThrow().secret())
        .isEqualTo(made.secret());
  }

  @Test
  void whileKmsIsAwayKnownKeysGoOnAndNewOnesWaitWithoutATrace() {
    SubjectKeys keys = keys(node());
    SubjectKey made = keys.liveOrNew(THANDI, subject);
    UUID fresh = UUID.randomUUID();
    server.away(true);

    assertThat(keys.find(THANDI, made.id()).orElseThrow().secret()).isEqualTo(made.secret());
    assertThatThrownBy(() -> keys.liveOrNew(THANDI, fresh)).isInstanceOf(VaultUnavailable.class);
    assertThatThrownBy(() -> keys(node()).find(THANDI, made.id()))
        .isInstanceOf(VaultUnavailable.class);
    assertThat(jdbc.sql("select count(*) from subject_key").query(Long.class).single())
        .isEqualTo(1);

    server.away(false);
    assertThat(keys.liveOrNew(THANDI, fresh).secret()).isNotEqualTo(made.secret());
  }

  @Test
  void throttlingIsRepeatedAndADisabledKeyIsToldByItsName() {
    server.throttleNext(1);
    SubjectKey made = keys(node()).liveOrNew(THANDI, subject);

    server.disable(arn);
    assertThatThrownBy(() -> keys(node()).find(THANDI, made.id()))
        .isInstanceOf(VaultUnavailable.class)
        .hasMessageContaining(arn)
        .hasMessageContaining("DisabledException");
    server.enable(arn);
    assertThat(keys(node()).find(THANDI, made.id())).isPresent();
  }

  @Test
  void aDestroyedKeyIsNotOpenedThoughItIsRemembered() {
    SubjectKeys keys = keys(node());
    SubjectKey made = keys.liveOrNew(THANDI, subject);

    keys.destroy(THANDI, List.of(subject), Duration.ZERO);

    assertThat(keys.find(THANDI, made.id())).isEmpty();
  }

  @Test
  void aWrappedKeyIsGoodForItsSubjectAlone() {
    SubjectKeys keys = keys(node());
    keys.liveOrNew(THANDI, subject);
    UUID other = UUID.randomUUID();
    SubjectKey others = keys.liveOrNew(THANDI, other);
    jdbc.sql(
            "update subject_key set wrapped_key ="
                + " (select wrapped_key from subject_key where subject_id = ?)"
                + " where subject_id = ?")
        .params(subject, other)
        .update();

    assertThatThrownBy(() -> keys(node()).find(THANDI, others.id()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDatabaseMovesFromFilesToKmsAndFromOneKeyToAnother() {
    MasterKeys files = KeyFile.loadOrCreate(folder);
    change(files).requireSameMasterKey();
    SubjectKey made = keys(files).liveOrNew(THANDI, subject);
    byte[] link = new DerivedSecrets(jdbc, files).of("public-link");

    MasterKeys moving = new MasterKeys(master(arn), KeyFile.existing(folder));
    assertThatThrownBy(() -> change(new MasterKeys(master(arn), List.of())).requireSameMasterKey())
        .isInstanceOf(IllegalStateException.class);
    change(moving).requireSameMasterKey();
    assertThat(change(moving).run()).isEqualTo(2);
    change(node()).requireSameMasterKey();
    assertThat(wrappedBy(subject)).isEqualTo(arn);

    String next = server.symmetricKey();
    MasterKeys changing = new MasterKeys(master(next), List.of(master(arn)));
    change(changing).requireSameMasterKey();
    server.away(true);
    assertThatThrownBy(() -> change(changing).run()).isInstanceOf(VaultUnavailable.class);
    assertThat(wrappedBy(subject)).isEqualTo(arn);
    server.away(false);
    assertThat(change(changing).run()).isEqualTo(2);
    server.scheduleDeletion(arn);

    MasterKeys after = new MasterKeys(master(next), List.of());
    change(after).requireSameMasterKey();
    assertThat(keys(after).find(THANDI, made.id()).orElseThrow().secret()).isEqualTo(made.secret());
    assertThat(new DerivedSecrets(jdbc, after).of("public-link")).isEqualTo(link);
  }

  @Test
  void aDatabaseThatBeginsWithKmsHasASecretForLinksThatAllNodesShare() {
    change(node()).requireSameMasterKey();

    byte[] link = new DerivedSecrets(jdbc, node()).of("public-link");

    assertThat(link).hasSize(32);
    assertThat(new DerivedSecrets(jdbc, node()).of("public-link")).isEqualTo(link);
  }

  @Test
  void anAliasIsRefusedAtTheStart() {
    assertThatThrownBy(() -> master("alias/lexohub-vault"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("aliases are not taken");
  }

  private MasterKey master(String key) {
    return new KmsMasterKey(() -> kms, key, REMEMBERED);
  }

  /** One that remembers nothing yet. */
  private MasterKeys node() {
    return new MasterKeys(master(arn), List.of());
  }

  private SubjectKeys keys(MasterKeys with) {
    return new SubjectKeys(jdbc, transactions, with);
  }

  private MasterKeyChange change(MasterKeys with) {
    return new MasterKeyChange(jdbc, transactions, with);
  }

  private String wrappedBy(UUID of) {
    return jdbc.sql("select wrapped_by from subject_key where subject_id = ?")
        .param(of)
        .query(String.class)
        .single();
  }
}
