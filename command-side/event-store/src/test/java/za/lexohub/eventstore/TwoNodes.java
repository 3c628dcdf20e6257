package za.lexohub.eventstore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.postgres.Database;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.TenantId;

/** Two nodes on one database, each with a projector that writes down its readings. */
final class TwoNodes implements AutoCloseable {

  static final TenantId THANDI = new TenantId("thandi");

  final ConfigurableApplicationContext one;
  final ConfigurableApplicationContext two;
  final JdbcClient jdbc;

  TwoNodes(String name, Map<String, String> settings) {
    Database database = TestParts.postgres().createDatabase(name);
    Map<String, String> properties = new HashMap<>(database.properties());
    properties.putAll(settings);
    one = StoreApplication.start(properties);
    two = StoreApplication.start(properties);
    jdbc = one.getBean(JdbcClient.class);
    // No key: an event that is read twice shows.
    JdbcClient.create(
            new DriverManagerDataSource(database.url(), database.owner(), database.password()))
        .sql(
            "create table reading (position bigint not null, text text not null,"
                + " replayed boolean not null default false);"
                + " grant select, insert on reading to lexohub_app")
        .update();
  }

  void write(UUID id, String text) {
    write(one, id, text, Map.of());
  }

  static void write(
      ConfigurableApplicationContext node, UUID id, String text, Map<String, ?> metadata) {
    node.getBean(CommandGateway.class)
        .sendAndWait(
            new GenericCommandMessage<>(new Ledger.Write(id, text))
                .andMetaData(Map.of(MetadataKeys.TENANT, THANDI.value()))
                .andMetaData(metadata));
  }

  List<String> texts() {
    return jdbc.sql("select text from reading").query(String.class).list();
  }

  @Override
  public void close() {
    two.close();
    one.close();
  }
}
