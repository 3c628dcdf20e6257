package za.lexohub.journeys;

import com.zaxxer.hikari.HikariDataSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SimpleSerializedObject;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import za.lexohub.audit.AuditTrail.Kind;
import za.lexohub.audit.log.LogRow;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.postgres.Database;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.serialization.EventSerializer;
import za.lexohub.messages.serialization.EventTypes;
import za.lexohub.projectors.invoice.InvoiceProjector;
import za.lexohub.projectors.matter.MatterProjector;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.projectors.proforma.ProFormaProjector;
import za.lexohub.readmodels.invoice.InvoiceRows;
import za.lexohub.readmodels.invoice.InvoiceViews;
import za.lexohub.readmodels.matter.MatterRows;
import za.lexohub.readmodels.matter.MatterViews;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.proforma.ProFormaRows;
import za.lexohub.readmodels.proforma.ProFormaViews;
import za.lexohub.readmodels.row.TenantScope;

/** The real projectors on read models of their own, which are given events one at a time. */
final class Reprojection implements AutoCloseable {

  private final EventSerializer serializer = new EventSerializer(new EventTypes());
  private final HikariDataSource dataSource = new HikariDataSource();
  private final TransactionTemplate transactions;
  private final TenantScope scope;
  private final List<AnnotationEventHandlerAdapter> projectors;

  Reprojection(PersonalDataVault vault) {
    Database database =
        TestParts.postgres().createDatabase("r" + UUID.randomUUID().toString().replace("-", ""));
    Flyway.configure()
        .dataSource(database.url(), database.owner(), database.password())
        .load()
        .migrate();
    dataSource.setJdbcUrl(database.url());
    dataSource.setUsername(database.application());
    dataSource.setPassword(database.password());
    dataSource.setMaximumPoolSize(2);
    JdbcClient jdbc = JdbcClient.create(dataSource);
    JdbcTransactionManager manager = new JdbcTransactionManager(dataSource);
    transactions = new TransactionTemplate(manager);
    scope = new TenantScope(jdbc, manager);
    PublishedPositions positions = new PublishedPositions(jdbc);
    OpenedText opened = new OpenedText(vault);
    projectors =
        List.of(
            new AnnotationEventHandlerAdapter(
                new MatterProjector(new MatterRows(scope), opened, positions)),
            new AnnotationEventHandlerAdapter(
                new ProFormaProjector(new ProFormaRows(scope), opened, positions)),
            new AnnotationEventHandlerAdapter(
                new InvoiceProjector(new InvoiceRows(scope), opened, positions)));
  }

  void apply(LogRow row) {
    Object event =
        serializer.deserialize(
            new SimpleSerializedObject<>(row.payload(), byte[].class, row.type(), row.revision()));
    DomainEventMessage<?> message =
        new GenericDomainEventMessage<>(
            row.aggregateType(),
            row.aggregateId(),
            row.sequence(),
            new GenericMessage<>(
                row.eventId().toString(), event, MetaData.with("tenant", row.tenant())),
            // As Axon hands it to a handler.
            row.occurredAt().truncatedTo(ChronoUnit.MILLIS));
    transactions.executeWithoutResult(status -> projectors.forEach(p -> deliver(p, message)));
  }

  private static void deliver(
      AnnotationEventHandlerAdapter projector, DomainEventMessage<?> message) {
    try {
      projector.handle(message);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  Optional<?> view(Kind kind, String tenant, UUID id) {
    return switch (kind) {
      case MATTER -> new MatterViews(scope).find(tenant, id);
      case PRO_FORMA -> new ProFormaViews(scope).find(tenant, id);
      case INVOICE -> new InvoiceViews(scope).find(tenant, id);
    };
  }

  @Override
  public void close() {
    dataSource.close();
  }
}
