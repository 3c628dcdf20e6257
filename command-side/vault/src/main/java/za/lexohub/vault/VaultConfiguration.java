package za.lexohub.vault;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.proforma.PublicTokens;

/** The secrets, in every role. */
@Configuration(proxyBeanMethods = false)
public class VaultConfiguration {

  @Bean
  MasterKey masterKey(@Value("${lexohub.keys.directory}") Path directory) {
    return KeyFile.loadOrCreate(directory);
  }

  @Bean
  PersonalDataVault personalDataVault(
      JdbcClient jdbc, PlatformTransactionManager transactions, MasterKey masterKey) {
    SubjectKeys keys = new SubjectKeys(jdbc, transactions, masterKey);
    keys.requireSameMasterKey();
    return new SubjectKeyVault(keys);
  }

  @Bean
  PublicTokens publicTokens(MasterKey masterKey) {
    return new DerivedPublicTokens(masterKey);
  }
}
