package za.lexohub.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.postgres.Database;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.attachment.AttachmentKind;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.receipt.ReceiptId;

/** What lies in a file, asked of a log that was there before the indexes for it. */
class LoggedFilesIT {
  private static final TenantId THANDI = new TenantId("thandi");
  private static final TenantId PIETER = new TenantId("pieter");
  private static final AtomicLong POSITION = new AtomicLong();

  private static JdbcClient owner;
  private static JdbcClient jdbc;

  private final MatterId matter = MatterId.random();
  private final InvoiceId invoice = InvoiceId.random();

  @BeforeAll
  static void migrate() {
    Database database = TestParts.postgres().createDatabase("logged_files");
    owner =
        JdbcClient.create(
            new DriverManagerDataSource(database.url(), database.owner(), database.password()));
    owner
        .sql(
            "create table event_log (position bigint primary key, tenant_id text, event_type text,"
                + " aggregate_id text, payload bytea)")
        .update();
    // As an operator does who does not want appends to wait.
    owner
        .sql(
            "create index concurrently event_log_receipt_ix on event_log (tenant_id)"
                + " where event_type = 'ReceiptRecorded'")
        .update();
    Flyway.configure()
        .dataSource(database.url(), database.owner(), database.password())
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
    owner.sql("grant select on event_log to lexohub_app").update();
    jdbc =
        JdbcClient.create(
            new DriverManagerDataSource(
                database.url(), database.application(), database.password()));
  }

  private static UUID logged(TenantId tenant, String type, String payload) {
    UUID id = UUID.randomUUID();
    owner
        .sql("insert into event_log values (?, ?, ?, ?, ?)")
        .params(
            POSITION.incrementAndGet(),
            tenant.value(),
            type,
            id.toString(),
            payload.getBytes(StandardCharsets.UTF_8))
        .update();
    return id;
  }

  private ReceiptId received(TenantId tenant, String field, Object value) {
    return new ReceiptId(
        logged(tenant, "ReceiptRecorded", "{\"%s\":\"%s\",\"x\":null}".formatted(field, value)));
  }

  @Test
  void theReceiptsOfAMatterAndOfAnOverpaidInvoiceAreFoundInTheirOrder() {
    ReceiptId first = received(THANDI, "matterId", matter);
    ReceiptId second = received(THANDI, "matterId", matter);
    ReceiptId rest = received(THANDI, "overpaidInvoice", invoice);
    received(THANDI, "matterId", MatterId.random());
    received(PIETER, "matterId", matter);
    logged(THANDI, "RetainerAgreed", "{\"matterId\":\"%s\"}".formatted(matter));

    LoggedReceipts receipts = new LoggedReceipts(jdbc);

    assertThat(receipts.receiptsOn(THANDI, matter)).containsExactly(first, second);
    assertThat(receipts.restsOf(THANDI, Set.of(invoice))).containsExactly(rest);
    assertThat(receipts.restsOf(PIETER, Set.of(invoice))).isEmpty();
    InvoiceId next = InvoiceId.random();
    ReceiptId ofNext = received(THANDI, "overpaidInvoice", next);
    assertThat(receipts.restsOf(THANDI, Set.of(next, invoice))).containsExactly(rest, ofNext);
    assertThat(receipts.restsOf(THANDI, Set.of())).isEmpty();
  }

  @Test
  void theKeysOfUploadsThatWereAnnouncedOnAFileAreFound() {
    announced(THANDI, AttachmentKind.MATTER, matter.value(), "a");
    announced(THANDI, AttachmentKind.MATTER, matter.value(), "b");
    announced(THANDI, AttachmentKind.INVOICE, matter.value(), "of an invoice with its id");
    announced(THANDI, AttachmentKind.MATTER, UUID.randomUUID(), "of another");
    announced(PIETER, AttachmentKind.MATTER, matter.value(), "of another tenant");

    assertThat(new LoggedUploads(jdbc).keysOn(THANDI, AttachmentKind.MATTER, matter.value()))
        .isEqualTo(List.of("a", "b"));
  }

  private static void announced(TenantId tenant, AttachmentKind kind, UUID file, String key) {
    logged(
        tenant,
        "AttachmentAnnounced",
        "{\"kind\":\"%s\",\"fileId\":\"%s\",\"key\":\"%s\"}".formatted(kind, file, key));
  }
}
