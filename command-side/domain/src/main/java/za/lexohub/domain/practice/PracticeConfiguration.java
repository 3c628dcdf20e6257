package za.lexohub.domain.practice;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.domain.law.PaymentTerms;
import za.lexohub.domain.law.RetentionLaws;
import za.lexohub.domain.law.VatRates;
import za.lexohub.messages.party.PersonalDataVault;

/** Practices from their streams and the configuration, prices and terms from the dated tables. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PracticesProperties.class)
public class PracticeConfiguration {

  @Bean
  ConfiguredPractices configuredPractices(PracticesProperties properties, PersonalDataVault vault) {
    return new ConfiguredPractices(properties, vault);
  }

  @Bean
  Practices practices(EventStore eventStore, ConfiguredPractices configured) {
    return new LoggedPractices(eventStore, configured);
  }

  @Bean
  Pricing pricing() {
    return new Pricing(VatRates.ofSouthAfrica());
  }

  @Bean
  RetentionLaws retentionLaws() {
    return RetentionLaws.ofSouthAfrica();
  }

  @Bean
  PaymentTerms paymentTerms() {
    return PaymentTerms.ofTheBars();
  }
}
