package za.lexohub.projectors.rebuild;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.postgres.Database;
import za.lexohub.eventstore.EventStoreConfiguration;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceViewed;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.serialization.SerializationConfiguration;
import za.lexohub.projectors.ProjectorsConfiguration;
import za.lexohub.projectors.TestVault;
import za.lexohub.projectors.rebuild.RebuildConfiguration.RebuildWorks;
import za.lexohub.readmodels.ReadModelsConfiguration;
import za.lexohub.readmodels.row.Stamp;
import za.lexohub.readmodels.row.TenantScope;

/** One node with role projection, whose next version of the invoices can be given faults. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({
  EventStoreConfiguration.class,
  SerializationConfiguration.class,
  ReadModelsConfiguration.class,
  ProjectorsConfiguration.class
})
class RebuildNode {

  /** Personal data outlives the nodes of one test. */
  static final TestVault VAULT = new TestVault();

  /** What is wrong with the version that is built. */
  static volatile Fault fault = Fault.NONE;

  /** How often each event was given to a version beside. */
  static final Map<String, Integer> HANDLED = new ConcurrentHashMap<>();

  enum Fault {
    NONE,
    /** Writes what no event says. */
    WRONG,
    /** Cannot apply one type of event. */
    POISON,
    /** Takes its time, as if there were more to do. */
    SLOW
  }

  static ConfigurableApplicationContext start(Database database, Map<String, Object> more) {
    Map<String, Object> properties = new HashMap<>(database.properties());
    properties.put("lexohub.redis.url", TestParts.redis().url() + "/14");
    return start(properties, more);
  }

  static ConfigurableApplicationContext start(
      Map<String, Object> settings, Map<String, Object> more) {
    Map<String, Object> properties = new HashMap<>(settings);
    properties.put("logging.level.root", "WARN");
    properties.putAll(more);
    return new SpringApplicationBuilder(RebuildNode.class)
        .web(WebApplicationType.NONE)
        .properties(properties)
        .run();
  }

  /** A process that can be killed; arguments are properties. */
  public static void main(String... arguments) {
    fault = Fault.SLOW;
    Map<String, Object> properties = new HashMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      properties.put(argument.substring(0, equals), argument.substring(equals + 1));
    }
    start(properties, Map.of());
  }

  @Bean
  PersonalDataVault vault() {
    return VAULT;
  }

  @Bean
  @Primary
  RebuildWorks faultyWorks(RebuildWorks rebuildWorks) {
    List<SqlReadModel> models = new ArrayList<>();
    for (SqlReadModel model : rebuildWorks.models()) {
      models.add(
          new SqlReadModel(
              model.group(),
              in -> {
                List<Object> projectors = new ArrayList<>(model.projectors().apply(in));
                projectors.add(new Counting());
                if (model.group().equals("invoices")) {
                  projectors.add(new Faulty(in));
                }
                return projectors;
              }));
    }
    return new RebuildWorks(models);
  }

  /** Counts what comes; hears of all, so that every event does. */
  static final class Counting {

    private static final long SLOWNESS_NANOS = 20_000_000;

    @EventHandler
    void on(DomainEvent event, @MessageIdentifier String id) {
      HANDLED.merge(id, 1, Integer::sum);
      if (fault == Fault.SLOW) {
        LockSupport.parkNanos(SLOWNESS_NANOS);
      }
    }
  }

  /** The next version's mistakes. */
  static final class Faulty {

    private final TenantScope in;

    Faulty(TenantScope in) {
      this.in = in;
    }

    @EventHandler
    void on(InvoiceSent event, Stamp stamp) {
      if (fault == Fault.WRONG) {
        in.write(
            stamp.tenant(),
            jdbc ->
                jdbc.sql("update invoices set title = 'nobody said so', total = total + 1")
                    .update());
      }
    }

    @EventHandler
    void on(InvoiceViewed event, Stamp stamp) {
      if (fault == Fault.POISON) {
        throw new IllegalStateException("cannot be seen");
      }
    }
  }
}
