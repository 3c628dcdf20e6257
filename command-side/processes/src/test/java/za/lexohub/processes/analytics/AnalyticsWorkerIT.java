package za.lexohub.processes.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.postgres.Database;
import za.lexohub.processes.Parts;
import za.lexohub.processes.aws.AwsConfiguration;
import za.lexohub.processes.aws.WireFormat;
import za.lexohub.processes.queue.BusEvent;
import za.lexohub.processes.queue.Delivery;

class AnalyticsWorkerIT {

  private static final Delivery DELIVERY = new Delivery("m-1", "corr-1");
  private static final Instant HAPPENED = Instant.parse("2026-03-02T08:00:00Z");

  private static AnnotationConfigApplicationContext context;
  private static JdbcClient jdbc;
  private static TransactionTemplate transactions;
  private static AnalyticsWorker worker;

  private final String tenant = UUID.randomUUID().toString();
  private final String invoice = UUID.randomUUID().toString();

  @BeforeAll
  static void open() {
    Database database =
        TestParts.postgres()
            .createDatabase("analytics" + UUID.randomUUID().toString().replace("-", ""));
    Flyway.configure()
        .dataSource(database.url(), database.owner(), database.password())
        .load()
        .migrate();
    var application =
        new DriverManagerDataSource(database.url(), database.application(), database.password());
    jdbc = JdbcClient.create(application);
    transactions = new TransactionTemplate(new JdbcTransactionManager(application));
    worker = new AnalyticsWorker(new TrackedEvents(jdbc, transactions));
    TestParts.sqs();
    TestParts.eventBridge();
    context = Parts.context(Map.of(), AwsConfiguration.class);
  }

  @AfterAll
  static void close() {
    context.close();
  }

  @Test
  void whatComesOverTheBusIsTracked() {
    SqsClient sqs = context.getBean(SqsClient.class);
    String queue = Parts.queue(sqs, 5);
    TestParts.eventBridge().forwardTo(queue);
    PutEventsRequestEntry entry =
        PutEventsRequestEntry.builder()
            .eventBusName("lexohub-events")
            .source("lexohub.invoices")
            .detailType("InvoiceGenerated")
            .time(HAPPENED)
            .detail(generated())
            .build();
    context.getBean(EventBridgeClient.class).putEvents(put -> put.entries(entry));

    List<Message> delivered = new CopyOnWriteArrayList<>();
    await()
        .atMost(Parts.PATIENCE)
        .until(
            () -> {
              delivered.addAll(sqs.receiveMessage(it -> it.queueUrl(queue)).messages());
              return !delivered.isEmpty();
            });
    worker.work(WireFormat.read(delivered.getFirst().body(), BusEvent.class), DELIVERY);

    assertThat(tracked(tenant)).containsExactly("InvoiceGenerated " + invoice);
    assertThat(tracked("somebody-else")).isEmpty();
  }

  @Test
  void whatTheBusBringsTwiceOrThePublisherPutsTwiceCountsOnce() {
    String cloudEvent =
        """
        {"specversion":"1.0","id":"event-1","source":"/tenants/%1$s/invoices","type":"t",
         "subject":"%2$s","tenantid":"%1$s","data":{}}
        """
            .formatted(tenant, invoice);
    for (String delivery : List.of("d-1", "d-1", "d-2")) {
      worker.work(event(delivery, "InvoiceSent", cloudEvent), DELIVERY);
      worker.work(event(delivery, "InvoiceGenerated", generated()), DELIVERY);
    }

    assertThat(tracked(tenant))
        .containsExactlyInAnyOrder("InvoiceSent " + invoice, "InvoiceGenerated " + invoice);
  }

  @Test
  void whatIsNotKnownIsTrackedByItsName() {
    worker.work(event("d-1", "WeatherChanged", "{\"userId\":\"" + tenant + "\"}"), DELIVERY);

    assertThat(tracked(tenant)).containsExactly("WeatherChanged null");
  }

  private String generated() {
    return """
    {"invoiceId":"%s","matterId":null,"amount":31625.00,"userId":"%s",
     "timestamp":"2026-03-02T08:00:00.000Z"}
    """
        .formatted(invoice, tenant);
  }

  private static BusEvent event(String id, String type, String detail) {
    return WireFormat.read(
        """
        {"version":"0","id":"%s","detail-type":"%s","source":"lexohub.invoices","account":"1",
         "time":"2026-03-02T08:00:00Z","region":"af-south-1","resources":[],"detail":%s}
        """
            .formatted(id, type, detail),
        BusEvent.class);
  }

  private static List<String> tracked(String reader) {
    return transactions.execute(
        status -> {
          jdbc.sql("select set_config('lexohub.tenant', ?, true)")
              .param(reader)
              .query(String.class)
              .single();
          return jdbc.sql(
                  "select event_type || ' ' || coalesce(subject, 'null') from tracked_events")
              .query(String.class)
              .list();
        });
  }
}
