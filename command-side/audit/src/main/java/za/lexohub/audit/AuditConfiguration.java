package za.lexohub.audit;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import za.lexohub.audit.asof.Folding;
import za.lexohub.audit.asof.LoggedInterest;
import za.lexohub.audit.history.LoggedTrail;
import za.lexohub.audit.law.KnownVatLimits;
import za.lexohub.audit.log.LogReader;
import za.lexohub.audit.pack.PackContent;
import za.lexohub.audit.pack.PackMaker;
import za.lexohub.audit.proof.ProofConfiguration;
import za.lexohub.domain.law.MoraRates;
import za.lexohub.domain.law.VatThresholds;
import za.lexohub.domain.practice.PracticeConfiguration;
import za.lexohub.domain.practice.Practices;
import za.lexohub.messages.document.Documents;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.serialization.EventSchemas;

/**
 * What an auditor may ask of the log, and what the law says of it. It reads; what seals the log
 * stands elsewhere.
 */
@Configuration(proxyBeanMethods = false)
@Import({ProofConfiguration.class, PracticeConfiguration.class})
public class AuditConfiguration {

  /** The sealer comes every five seconds or sooner. */
  private static final Duration SEALED_WITHIN = Duration.ofSeconds(10);

  private static final String ORIGIN = "${lexohub.audit.origin:lexohub.localhost/log}";

  /** A statement looks through so few positions that it takes seconds on a busy machine. */
  private static final Duration STATEMENT = Duration.ofSeconds(30);

  /** On the connections of bulk readers: commands shall not wait for an auditor. */
  @Bean
  LogReader logReader(@Qualifier("eventLogBulkDataSource") DataSource dataSource) {
    return new LogReader(dataSource, STATEMENT);
  }

  @Bean
  AuditTrail auditTrail(
      LogReader log,
      @Qualifier("eventSerializer") Serializer serializer,
      PersonalDataVault vault,
      LogProofs proofs,
      @Value(ORIGIN) String origin) {
    return new LoggedTrail(log, new Folding(serializer, vault), proofs, origin);
  }

  @Bean
  MoraInterest moraInterest(LogReader log, @Qualifier("eventSerializer") Serializer serializer) {
    return new LoggedInterest(log, serializer, MoraRates.ofSouthAfrica());
  }

  @Bean
  VatLimits vatLimits(Practices practices) {
    return new KnownVatLimits(practices, VatThresholds.ofSouthAfrica());
  }

  @Bean
  AuditPacks auditPacks(
      LogReader log,
      LogProofs proofs,
      Documents documents,
      Clock clock,
      @Value(ORIGIN) String origin) {
    PackContent content = new PackContent(log, proofs, documents, EventSchemas::jsonSchema, origin);
    return new PackMaker(log, proofs, content, clock, SEALED_WITHIN);
  }
}
