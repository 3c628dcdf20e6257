package za.lexohub.projectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.readmodels.ReadModelsConfiguration;
import za.lexohub.readmodels.position.AppliedPositions;

class ProjectorsConfigurationIT {

  @Test
  void wires_one_projector_for_every_read_model() {
    try (TestStores stores = TestStores.open();
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(
              new MapPropertySource("test", Map.of("lexohub.redis.url", "redis://127.0.0.1:1")));
      context.registerBean(JdbcClient.class, () -> stores.jdbc);
      context.registerBean(
          PlatformTransactionManager.class, stores.transactions::getTransactionManager);
      context.registerBean(Clock.class, Clock::systemUTC);
      context.registerBean(PersonalDataVault.class, TestVault::new);
      context.register(ReadModelsConfiguration.class, ProjectorsConfiguration.class);
      context.refresh();
      List<String> groups =
          context.getBeansWithAnnotation(ProcessingGroup.class).values().stream()
              .map(projector -> projector.getClass().getAnnotation(ProcessingGroup.class).value())
              .toList();
      assertThat(groups)
          .containsExactlyInAnyOrder(
              "matters",
              "matter-cards",
              "pro-formas",
              "invoices",
              "public-links",
              "personal-files",
              "workflows",
              "workflow-counts",
              "matter-grants",
              "promises",
              "notifications",
              "rate-cards",
              "invoice-batches",
              "practice",
              // Retainers and the trust account.
              "client-money",
              "client-money",
              "attachments",
              "work-items",
              "claims",
              "ledger",
              "invoice-cards");
      assertThat(context.getBeansOfType(AppliedPositions.class)).hasSize(1);
    }
  }
}
