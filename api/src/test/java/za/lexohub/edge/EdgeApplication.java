package za.lexohub.edge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.AbstractDataSource;
import za.lexohub.api.EdgeConfiguration;
import za.lexohub.api.agreement.Agreements;
import za.lexohub.api.attachment.Announced;
import za.lexohub.api.claims.ClaimFiles;
import za.lexohub.api.counts.Counts;
import za.lexohub.api.proforma.Views;
import za.lexohub.api.publiclink.Links;
import za.lexohub.api.reading.LogHead;
import za.lexohub.api.scope.Amendments;
import za.lexohub.audit.AuditPacks;
import za.lexohub.audit.AuditTrail;
import za.lexohub.audit.LogProofs;
import za.lexohub.audit.MoraInterest;
import za.lexohub.audit.VatLimits;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.document.Documents;
import za.lexohub.messages.proforma.PublicTokens;
import za.lexohub.query.Answer;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.Consistency;
import za.lexohub.query.QueryConfiguration;
import za.lexohub.query.search.SearchQueryConfiguration;
import za.lexohub.readmodels.ReadModelsConfiguration;
import za.lexohub.readmodels.agreement.AgreementView;
import za.lexohub.readmodels.attachment.AttachmentView;
import za.lexohub.readmodels.money.Money;
import za.lexohub.readmodels.party.PartyView;
import za.lexohub.readmodels.position.AppliedPositions;
import za.lexohub.readmodels.position.DriftRecords;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.publiclink.PublicLink;
import za.lexohub.readmodels.scope.ScopeAmendmentView;
import za.lexohub.readmodels.search.SearchStoreConfiguration;
import za.lexohub.readmodels.workflowcounts.WorkflowCounts;
import za.lexohub.sessions.SessionsConfiguration;

/** The edge as it is, and behind it nothing real: PostgreSQL and OpenSearch are away. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    exclude = {
      UserDetailsServiceAutoConfiguration.class,
      OAuth2AuthorizationServerAutoConfiguration.class,
      OAuth2AuthorizationServerJwtAutoConfiguration.class
    },
    excludeName = {
      "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
      "org.axonframework.springboot.autoconfig.AxonDbSchedulerAutoConfiguration",
      "org.axonframework.springboot.autoconfig.AxonTimeoutAutoConfiguration",
      "org.axonframework.springboot.autoconfig.AxonTracingAutoConfiguration",
      "org.axonframework.springboot.autoconfig.OpenTelemetryAutoConfiguration",
      "org.axonframework.springboot.autoconfig.EventProcessingAutoConfiguration",
      "org.axonframework.springboot.autoconfig.InterceptorAutoConfiguration",
      "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
      "org.axonframework.springboot.autoconfig.MetricsAutoConfiguration",
      "org.axonframework.springboot.autoconfig.MicrometerMetricsAutoConfiguration",
      "org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration",
      "org.axonframework.springboot.autoconfig.ObjectMapperAutoConfiguration",
      "org.axonframework.springboot.autoconfig.SecurityAutoConfiguration",
      "org.axonframework.springboot.autoconfig.TransactionAutoConfiguration",
      "org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration",
      "org.axonframework.springboot.autoconfig.XStreamAutoConfiguration",
      "org.axonframework.springboot.autoconfig.CBORMapperAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
    })
@Import({
  EdgeConfiguration.class,
  ReadModelsConfiguration.class,
  QueryConfiguration.class,
  SearchStoreConfiguration.class,
  SearchQueryConfiguration.class,
  SessionsConfiguration.class
})
class EdgeApplication {
  @Bean
  RecordingLedger ledger() {
    return new RecordingLedger();
  }

  @Bean
  RecordingGateway gateway(RecordingLedger ledger) {
    return new RecordingGateway(ledger);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  ForgettingVault vault() {
    return new ForgettingVault();
  }

  @Bean
  PublicTokens publicTokens() {
    return (id, purpose, generation) ->
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                (id.toString().replace("-", "").substring(0, 28) + purpose.name().charAt(0))
                    .concat("%03d".formatted(generation))
                    .getBytes(StandardCharsets.US_ASCII));
  }

  @Bean
  @Primary
  Links linksOfTheTest(KnownLinks known, AppliedWait applied) {
    return (hash, consistency) -> {
      applied.await(ReadModelGroups.PUBLIC_LINKS, consistency);
      return Optional.ofNullable(known.byHash.get(hash));
    };
  }

  @Bean
  @Primary
  MovingHead headOfTheTest() {
    return new MovingHead();
  }

  @Bean
  KnownLinks knownLinks() {
    return new KnownLinks();
  }

  @Bean
  @Primary
  Views viewsOfTheTest() {
    return (tenant, id, consistency) -> Optional.empty();
  }

  /** Every agreement is a draft on one and the same matter. */
  @Bean
  @Primary
  Agreements agreementsOfTheTest(Clock clock) {
    return (tenant, id, consistency) ->
        Optional.of(
            new Answer<>(
                new AgreementView(
                    id,
                    new UUID(0, 7),
                    null,
                    "DRAFT",
                    PartyView.erased(),
                    "terms",
                    "scope",
                    "fees",
                    0,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    3,
                    clock.instant(),
                    clock.instant()),
                41));
  }

  @Bean
  @Primary
  KnownAttachments announcedOfTheTest() {
    return new KnownAttachments();
  }

  /** Every attachment is as a test says, and pending unless it says otherwise. */
  static final class KnownAttachments implements Announced {
    String status = "PENDING";

    @Override
    public Optional<Answer<AttachmentView>> get(String tenant, UUID id, Consistency consistency) {
      return Optional.of(
          new Answer<>(
              new AttachmentView(
                  id,
                  "INVOICE",
                  new UUID(0, 7),
                  "BRIEF",
                  status,
                  "brief.pdf",
                  1,
                  null,
                  null,
                  null,
                  null,
                  null,
                  null,
                  null,
                  1,
                  Instant.EPOCH,
                  Instant.EPOCH),
              41));
    }
  }

  /** Every amendment is pending on one and the same matter. */
  @Bean
  @Primary
  Amendments amendmentsOfTheTest(Clock clock) {
    return (tenant, id, consistency) ->
        Optional.of(
            new Answer<>(
                new ScopeAmendmentView(
                    id,
                    new UUID(0, 7),
                    null,
                    "OTHER",
                    "PENDING",
                    null,
                    Money.cents(1),
                    Money.cents(2),
                    0,
                    0,
                    true,
                    null,
                    null,
                    null,
                    null,
                    3,
                    clock.instant(),
                    clock.instant()),
                41));
  }

  @Bean
  @Primary
  ClaimFiles claimFilesOfTheTest() {
    return (claim, tenant, id, consistency) -> Optional.of(new ClaimFiles.ClaimFile(id));
  }

  @Bean
  Documents documents() {
    return (tenant, key) -> {
      throw new NotFound("document");
    };
  }

  @Bean
  NothingArrives uploads() {
    return new NothingArrives();
  }

  @Bean
  KeptLogos logos() {
    return new KeptLogos();
  }

  @Bean
  AuditTrail auditTrail() {
    return new EmptyTrail();
  }

  @Bean
  MoraInterest moraInterest() {
    return (tenant, invoiceId, day) -> Optional.empty();
  }

  @Bean
  VatLimits vatLimits() {
    return (tenant, day, supplies) -> new VatLimits.Standing(false, null);
  }

  @Bean
  AuditPacks auditPacks() {
    return (tenant, aggregateId) ->
        switch (aggregateId) {
          case "busy" -> throw new AuditPacks.Busy();
          case "fresh" -> throw new LogProofs.NotYetSealed(50, 40);
          case "away" -> throw new LogProofs.Unavailable(new IOException("10.0.0.9 refused"));
          case null, default -> Optional.empty();
        };
  }

  @Bean
  KnownProofs proofs() {
    return new KnownProofs();
  }

  @Bean
  AppliedPositions appliedPositions() {
    return new AppliedTo(41, 50);
  }

  @Bean
  DataSource dataSource() {
    return new NoDatabase();
  }

  @Bean
  @Primary
  Counts countsOfTheTest(Clock clock, AppliedWait applied) {
    return (tenant, consistency) ->
        new Answer<>(
            new WorkflowCounts(1, 2, 3, 4, 5, 6, 7, clock.instant()),
            applied.await("workflow-counts", consistency));
  }

  /** Every read model has come as far as the log, unless a test says otherwise. */
  static final class MovingHead implements LogHead {
    volatile long position = 41;

    @Override
    public long position() {
      return position;
    }
  }

  @Bean
  DriftRecords driftRecords() {
    return (group, aggregateId, position, fields) -> {};
  }

  /** The links that a test has made known, by the hash of their token. */
  static final class KnownLinks {
    final Map<String, PublicLink> byHash = new ConcurrentHashMap<>();
  }

  private record AppliedTo(long position, long recorded) implements AppliedPositions {
    @Override
    public long appliedThrough(String group) {
      return position;
    }

    /** The invoices' search is being filled anew. */
    @Override
    public long floor(String group) {
      return group.equals(ReadModelGroups.INVOICE_SEARCH) ? position + 1 : NOTHING;
    }

    @Override
    public long recordedThrough() {
      return recorded;
    }

    @Override
    public boolean isParked(String group, String sequenceId) {
      return false;
    }
  }

  private static final class NoDatabase extends AbstractDataSource {
    @Override
    public Connection getConnection() throws SQLException {
      throw new SQLTransientConnectionException("connection to 10.0.0.7:5432 refused", "08001");
    }

    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password)
        throws SQLException {
      return getConnection();
    }
  }
}
