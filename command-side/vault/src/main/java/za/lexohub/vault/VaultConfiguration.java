package za.lexohub.vault;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
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

  @Bean
  MasterKeys masterKeys(@Value("${lexohub.keys.directory}") Path directory) {
    return KeyFile.loadOrCreate(directory);
  }

  @Bean
  MasterKeyChange masterKeyChange(
      JdbcClient jdbc, PlatformTransactionManager transactions, MasterKeys masterKeys) {
    MasterKeyChange change = new MasterKeyChange(jdbc, transactions, masterKeys);
    change.requireSameMasterKey();
    return change;
  }

  /** In the background: a million keys take minutes, and both master keys are good meanwhile. */
  @Bean
  ApplicationRunner wrapUnderTheCurrentMasterKey(MasterKeyChange change) {
    return arguments -> Thread.ofPlatform().daemon().name("master-key-change").start(change::run);
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
  PublicTokens publicTokens(JdbcClient jdbc, MasterKeys masterKeys, MasterKeyChange accepted) {
    return new DerivedPublicTokens(new DerivedSecrets(jdbc, masterKeys).of("public-link"));
  }
}
