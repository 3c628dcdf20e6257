package za.lexohub.benchmarks.contestant;

import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.AbstractDomainEventEntry;
import org.axonframework.eventhandling.AbstractEventEntry;
import org.axonframework.eventhandling.AbstractSequencedDomainEventEntry;
import org.axonframework.eventsourcing.eventstore.AbstractSnapshotEventEntry;
import org.axonframework.eventsourcing.eventstore.jpa.DomainEventEntry;
import org.axonframework.eventsourcing.eventstore.jpa.SnapshotEventEntry;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.VarbinaryJdbcType;

/** Axon's entities, mapped by Hibernate. */
final class Entities {

  private Entities() {}

  static EntityManagerFactory on(DataSource dataSource, boolean first) {
    HibernatePersistenceConfiguration configuration = new HibernatePersistenceConfiguration("axon");
    for (Class<?> entity :
        List.of(
            AbstractEventEntry.class,
            AbstractDomainEventEntry.class,
            AbstractSequencedDomainEventEntry.class,
            AbstractSnapshotEventEntry.class,
            DomainEventEntry.class,
            SnapshotEventEntry.class)) {
      configuration.managedClass(entity);
    }
    return configuration
        .property(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, dataSource)
        .property(AvailableSettings.DIALECT, Bytea.class.getName())
        .property(AvailableSettings.HBM2DDL_AUTO, first ? "create" : "none")
        .property(AvailableSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT, false)
        .createEntityManagerFactory();
  }

  /**
   * Payloads stand in the row. Hibernate would put a LOB into a large object, which costs further
   * statements; Axon's documentation advises this too.
   */
  public static final class Bytea extends PostgreSQLDialect {

    @Override
    protected String columnType(int type) {
      return type == SqlTypes.BLOB ? "bytea" : super.columnType(type);
    }

    @Override
    protected String castType(int type) {
      return type == SqlTypes.BLOB ? "bytea" : super.castType(type);
    }

    @Override
    public void contributeTypes(TypeContributions types, ServiceRegistry registry) {
      super.contributeTypes(types, registry);
      types
          .getTypeConfiguration()
          .getJdbcTypeRegistry()
          .addDescriptor(SqlTypes.BLOB, VarbinaryJdbcType.INSTANCE);
    }
  }
}
