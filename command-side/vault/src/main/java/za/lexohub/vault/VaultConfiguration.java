package za.lexohub.vault;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import software.amazon.awssdk.services.kms.KmsClient;
import za.lexohub.messages.document.DocumentSealing;
import za.lexohub.messages.erasure.AnnouncedUploads;
import za.lexohub.messages.erasure.FiledDocuments;
import za.lexohub.messages.erasure.FiledReceipts;
import za.lexohub.messages.erasure.FiledRetainers;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.proforma.PublicTokens;

/**
 * The secrets, in every role. {@code lexohub.keys.cached-for} (60 s) is how long a node may hold a
 * key in memory, and so how long after its destruction a key may still open something.
 */
@Configuration(proxyBeanMethods = false)
public class VaultConfiguration {

  private static final String PUBLIC_LINK = "public-link";

  /**
   * @param wrapping the ARN of the key of KMS that wraps; {@code file} where files do
   * @param accepted ARNs of keys that still open, or will wrap at the next start; files that are
   *     there open, too
   * @param rememberedFor how long an unwrapped key is not asked for again: so long a node goes on
   *     without KMS
   */
  @Bean
  MasterKeys masterKeys(
      @Value("${lexohub.keys.directory}") Path directory,
      @Value("${lexohub.kms.master-key:file}") String wrapping,
      @Value("${lexohub.kms.accepted-master-keys:}") List<String> accepted,
      @Value("${lexohub.kms.remembered-for:15m}") Duration rememberedFor,
      ObjectProvider<KmsClient> kms) {
    List<MasterKey> others = new ArrayList<>();
    for (String arn : accepted) {
      others.add(new KmsMasterKey(kms::getObject, arn.strip(), rememberedFor));
    }
    if (wrapping.strip().equals("file")) {
      MasterKeys files = KeyFile.loadOrCreate(directory);
      others.addAll(files.accepted());
      return new MasterKeys(files.current(), others);
    }
    others.addAll(KeyFile.existing(directory));
    return new MasterKeys(
        new KmsMasterKey(kms::getObject, wrapping.strip(), rememberedFor), others);
  }

  @Bean
  MasterKeyChange masterKeyChange(
      JdbcClient jdbc, PlatformTransactionManager transactions, MasterKeys masterKeys) {
    MasterKeyChange change = new MasterKeyChange(jdbc, transactions, masterKeys);
    change.requireSameMasterKey();
    return change;
  }

  /**
   * In the background: a million keys take minutes, and both master keys are good meanwhile. What
   * the first master key begins is begun before that one is retired.
   */
  @Bean
  ApplicationRunner wrapUnderTheCurrentMasterKey(MasterKeyChange change, DerivedSecrets secrets) {
    return arguments ->
        Thread.ofPlatform()
            .daemon()
            .name("master-key-change")
            .start(() -> change.untilDone(() -> secrets.of(PUBLIC_LINK)));
  }

  @Bean
  DerivedSecrets derivedSecrets(JdbcClient jdbc, MasterKeys masterKeys, MasterKeyChange accepted) {
    return new DerivedSecrets(jdbc, masterKeys);
  }

  @Bean
  KeyCache keyCache(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      MasterKeys masterKeys,
      MasterKeyChange accepted,
      @Value("${lexohub.keys.cached-for:60s}") Duration cachedFor) {
    return new KeyCache(new SubjectKeys(jdbc, transactions, masterKeys), cachedFor);
  }

  @Bean
  PersonalDataVault personalDataVault(KeyCache keys) {
    return new SubjectKeyVault(keys);
  }

  @Bean
  DocumentSealing documentSealing(KeyCache keys) {
    return new PaperVault(keys);
  }

  @Bean
  FiledRetainers filedRetainers(JdbcClient jdbc) {
    return new LoggedRetainers(jdbc);
  }

  @Bean
  FiledReceipts filedReceipts(JdbcClient jdbc) {
    return new LoggedReceipts(jdbc);
  }

  @Bean
  AnnouncedUploads announcedUploads(JdbcClient jdbc) {
    return new LoggedUploads(jdbc);
  }

  @Bean
  FiledDocuments filedDocuments(JdbcClient jdbc) {
    return new LoggedDrafts(jdbc);
  }

  @Bean
  PublicTokens publicTokens(DerivedSecrets secrets) {
    return new DerivedPublicTokens(() -> SubjectKeys.reachable(() -> secrets.of(PUBLIC_LINK)));
  }
}
