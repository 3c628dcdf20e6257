package za.lexohub;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.axonframework.springboot.autoconfig.XStreamAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import za.lexohub.api.EdgeConfiguration;
import za.lexohub.audit.AuditCommand;
import za.lexohub.audit.AuditConfiguration;
import za.lexohub.audit.seal.SealerConfiguration;
import za.lexohub.domain.DomainConfiguration;
import za.lexohub.eventstore.DeadlineConfiguration;
import za.lexohub.eventstore.EventStoreConfiguration;
import za.lexohub.messages.serialization.SerializationConfiguration;
import za.lexohub.processes.ProcessConfiguration;
import za.lexohub.processes.WorkerConfiguration;
import za.lexohub.processes.aws.AwsConfiguration;
import za.lexohub.processes.storage.StorageConfiguration;
import za.lexohub.processes.telemetry.TelemetryConfiguration;
import za.lexohub.projectors.PositionsConfiguration;
import za.lexohub.projectors.ProjectorsConfiguration;
import za.lexohub.projectors.operations.OperationsConfiguration;
import za.lexohub.projectors.search.SearchProjectorsConfiguration;
import za.lexohub.query.QueryConfiguration;
import za.lexohub.query.search.SearchQueryConfiguration;
import za.lexohub.readmodels.ReadModelsConfiguration;
import za.lexohub.readmodels.search.SearchStoreConfiguration;
import za.lexohub.role.CommandRole;
import za.lexohub.role.ProcessRole;
import za.lexohub.role.ProjectionRole;
import za.lexohub.role.QueryRole;
import za.lexohub.role.WorkerRole;
import za.lexohub.sessions.SessionCheckConfiguration;
import za.lexohub.sessions.SessionsConfiguration;
import za.lexohub.sessions.gateway.GatewayConfiguration;
import za.lexohub.vault.VaultConfiguration;

/**
 * The map of the system. Every process holds the log, the vault and the edge; what else it holds is
 * said by its roles, which are Spring profiles: {@code command}, {@code process}, {@code worker},
 * {@code projection}, {@code query}. Without a choice it plays all five.
 *
 * <p>Without a profile at all it starts every part it needs on this machine (profile {@code
 * embedded}); {@code aws,command} takes them from the environment.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    exclude = {
      // Tells its maker about us, over the network.
      UpdateCheckerAutoConfiguration.class,
      // Everything is written as JSON.
      XStreamAutoConfiguration.class,
      // Nobody logs in here by name and password.
      UserDetailsServiceAutoConfiguration.class,
      // The local issuer is set up by hand, and only in profile embedded.
      OAuth2AuthorizationServerAutoConfiguration.class,
      OAuth2AuthorizationServerJwtAutoConfiguration.class
    })
@Import({
  SerializationConfiguration.class,
  EventStoreConfiguration.class,
  VaultConfiguration.class,
  EdgeConfiguration.class,
  Walkthrough.class,
  LexoHub.Command.class,
  LexoHub.Process.class,
  LexoHub.Worker.class,
  LexoHub.Projection.class,
  LexoHub.Query.class,
  TelemetryConfiguration.class
})
public class LexoHub {
  public static void main(String[] arguments) {
    if (arguments.length > 0 && arguments[0].equals("audit")) {
      System.exit(audit(Arrays.copyOfRange(arguments, 1, arguments.length)));
    }
    SpringApplication.run(LexoHub.class, arguments);
  }

  /** Works on the database or on files and starts nothing. */
  private static int audit(String[] arguments) {
    return AuditCommand.run(
        arguments,
        new PrintStream(System.out, true, StandardCharsets.UTF_8),
        new PrintStream(System.err, true, StandardCharsets.UTF_8));
  }

  /** Decides. */
  @Configuration(proxyBeanMethods = false)
  @CommandRole
  @Import({
    DomainConfiguration.class,
    ReadModelsConfiguration.class,
    PositionsConfiguration.class,
    QueryConfiguration.class,
    AwsConfiguration.class,
    StorageConfiguration.class,
    SessionsConfiguration.class
  })
  static class Command {}

  /** Conducts and seals; decides too, because the command bus does not leave the process. */
  @Configuration(proxyBeanMethods = false)
  @ProcessRole
  @Import({
    DomainConfiguration.class,
    DeadlineConfiguration.class,
    AwsConfiguration.class,
    ProcessConfiguration.class,
    SealerConfiguration.class,
    OperationsConfiguration.class,
    SessionCheckConfiguration.class
  })
  static class Process {}

  /** Makes papers and sends mail; records it by commands. */
  @Configuration(proxyBeanMethods = false)
  @WorkerRole
  @Import({
    DomainConfiguration.class,
    AwsConfiguration.class,
    WorkerConfiguration.class,
    SessionCheckConfiguration.class
  })
  static class Worker {}

  /** Keeps the read models up to the log. */
  @Configuration(proxyBeanMethods = false)
  @ProjectionRole
  @Import({
    ReadModelsConfiguration.class,
    SearchStoreConfiguration.class,
    ProjectorsConfiguration.class,
    SearchProjectorsConfiguration.class,
    AwsConfiguration.class,
    SessionCheckConfiguration.class
  })
  static class Projection {}

  /** Answers. */
  @Configuration(proxyBeanMethods = false)
  @QueryRole
  @Import({
    ReadModelsConfiguration.class,
    PositionsConfiguration.class,
    QueryConfiguration.class,
    SearchStoreConfiguration.class,
    SearchQueryConfiguration.class,
    AwsConfiguration.class,
    StorageConfiguration.class,
    AuditConfiguration.class,
    SessionsConfiguration.class,
    GatewayConfiguration.class
  })
  static class Query {}
}
