package za.lexohub.query.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.Consistency;
import za.lexohub.query.KnownPositions;
import za.lexohub.query.NotYetConsistent;
import za.lexohub.query.ProjectionParked;
import za.lexohub.query.TestStores;
import za.lexohub.readmodels.claims.CreditNoteFilter;
import za.lexohub.readmodels.claims.ReceiptFilter;
import za.lexohub.readmodels.export.Dataset;
import za.lexohub.readmodels.export.EntryFilter;
import za.lexohub.readmodels.export.ExportViews;
import za.lexohub.readmodels.export.Pseudonyms;
import za.lexohub.readmodels.invoice.InvoiceFilter;
import za.lexohub.readmodels.matter.MatterFilter;
import za.lexohub.readmodels.matter.MatterRows;
import za.lexohub.readmodels.matter.MatterView;
import za.lexohub.readmodels.paging.Range;
import za.lexohub.readmodels.party.PartyView;
import za.lexohub.readmodels.proforma.ProFormaFilter;
import za.lexohub.readmodels.row.Stamp;
import za.lexohub.readmodels.work.WorkItemFilter;

class ExportIT {

  private static final long MEGABYTE = 1 << 20;
  private static final String LARGE = "t-large";
  private static final Instant NOW = Instant.parse("2026-03-31T10:00:00Z");

  private static TestStores stores;

  private final String tenant = "t-" + UUID.randomUUID();
  private final KnownPositions positions = new KnownPositions();
  private final MatterRows rows = new MatterRows(stores.scope);
  private final Exports exports =
      new Exports(
          new ExportViews(stores.scope, new Pseudonyms(stores.jdbc)), new AppliedWait(positions));
  private final ExportFiles files = new ExportFiles(new SimpleMeterRegistry(), System::nanoTime);

  @BeforeAll
  static void open() {
    stores = TestStores.open();
    ledger(LARGE, 100_000);
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  private Asked asked(boolean masked) {
    positions.everythingElse = 41;
    return new Asked(tenant, masked, Consistency.NONE, Asked.NOW, NOW);
  }

  private Asked asOf(long position) {
    positions.everythingElse = 41;
    return new Asked(tenant, false, Consistency.through(position, Duration.ZERO), position, null);
  }

  private byte[] file(Export export, Format format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    files.write(export, format, out);
    return out.toByteArray();
  }

  private void matter(String owner, int number, String title, String client) {
    matter(owner, number, "Opinion", title, client);
  }

  private void matter(String owner, int number, String type, String title, String client) {
    UUID id = UUID.randomUUID();
    rows.opened(
        new Stamp(owner, id, 1, Instant.EPOCH.plusSeconds(number)),
        new MatterView(
            id,
            "JHB/2026/%03d".formatted(number),
            "ACTIVE",
            false,
            type,
            "JOHANNESBURG",
            title,
            null,
            new PartyView(client, "c@client.example", null, null, null, null, null),
            new PartyView("Sipho Khumalo", null, null, null, "Khumalo Inc", "SK/1", null),
            false,
            null,
            LocalDate.of(2026, 1, number),
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
            1,
            Instant.EPOCH,
            Instant.EPOCH));
  }

  private void threeMatters() {
    matter(tenant, 1, "=HYPERLINK(\"http://evil.example\")", "Nomvula Dlamini");
    matter(tenant, 2, "Deed of \"trust\", amended", "NOMVULA DLAMINI ");
    matter(tenant, 3, "Zoë's opinion\nin two lines", "Zanele Nkosi");
    matter("somebody-else", 4, "Not theirs", "Pieter Botha");
  }

  @Test
  void four_formats_hold_the_same_rows_of_one_tenant() throws IOException {
    threeMatters();
    List<Map<String, String>> lines = new ArrayList<>();
    List<String> ndjson = new String(file(matters(false), Format.NDJSON), UTF_8).lines().toList();
    for (String line : ndjson.subList(0, ndjson.size() - 1)) {
      lines.add(row(JsonRow.JSON.readTree(line)));
    }
    List<Map<String, String>> objects = new ArrayList<>();
    JsonNode json = JsonRow.JSON.readTree(file(matters(false), Format.JSON));
    json.path("data").forEach(object -> objects.add(row(object)));
    List<Map<String, String>> columns = new ArrayList<>();
    for (Map<String, @Nullable Object> read :
        Parquet.read(file(matters(false), Format.PARQUET)).rows()) {
      Map<String, String> row = new LinkedHashMap<>();
      read.forEach((name, value) -> row.put(name, String.valueOf(value)));
      columns.add(row);
    }

    assertThat(lines).hasSize(3).isEqualTo(objects).isEqualTo(columns);
    assertThat(lines)
        .extracting(it -> it.get("reference"))
        .containsExactly("JHB/2026/001", "JHB/2026/002", "JHB/2026/003");
    String csv = new String(file(matters(false), Format.CSV), UTF_8);
    assertThat(csv)
        .startsWith("# asOfPosition=41,asOf=2026-03-31T10:00:00Z,dataset=matters,version=1\r\nid,")
        .contains(",\"'=HYPERLINK(\"\"http://evil.example\"\")\",")
        .contains(",\"Deed of \"\"trust\"\", amended\",")
        .contains("JHB/2026/003,ACTIVE,false,Opinion,JOHANNESBURG,\"Zoë's opinion\nin two lines\",")
        .doesNotContain("Not theirs");
    assertThat(csv.split("\r\n")).hasSize(5);
    assertThat(ndjson.getLast()).isEqualTo("{\"trailer\":{\"count\":3,\"asOfPosition\":41}}");
  }

  private static Map<String, String> row(JsonNode object) {
    Map<String, String> row = new LinkedHashMap<>();
    object
        .properties()
        .forEach(
            it -> row.put(it.getKey(), it.getValue().isNull() ? "null" : it.getValue().asString()));
    return row;
  }

  private Export matters(boolean masked) {
    return exports.matters(asked(masked), MatterFilter.all());
  }

  @Test
  void the_filters_of_the_list_narrow() throws IOException {
    threeMatters();
    MatterFilter later =
        new MatterFilter(
            Set.of("ACTIVE"),
            false,
            null,
            "nkosi",
            Range.between(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 31)));
    assertThat(new String(file(exports.matters(asked(false), later), Format.NDJSON), UTF_8).lines())
        .hasSize(2)
        .first()
        .asString()
        .contains("JHB/2026/003");
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void an_analyst_finds_one_pseudonym_for_one_name_and_no_words(Format format) throws IOException {
    threeMatters();
    byte[] file = file(matters(true), format);
    if (format == Format.PARQUET) {
      List<Map<String, @Nullable Object>> read = Parquet.read(file).rows();
      assertThat(read.getFirst())
          .doesNotContainKeys("title", "description", "clientEmail", "firmReference");
      assertThat(read)
          .extracting(it -> it.get("clientName"))
          .containsExactly(
              pseudonym("Nomvula Dlamini"),
              pseudonym("Nomvula Dlamini"),
              pseudonym("Zanele Nkosi"));
      assertThat(read).extracting(it -> it.get("firm")).containsOnly(pseudonym("Khumalo Inc"));
    } else {
      assertThat(new String(file, UTF_8))
          .contains(pseudonym("Nomvula Dlamini"), pseudonym("Sipho Khumalo"))
          .doesNotContainIgnoringCase("dlamini")
          .doesNotContain("title", "HYPERLINK", "client.example", "SK/1", "Khumalo");
    }
  }

  @Test
  void a_name_that_was_typed_as_the_kind_of_a_matter_is_masked_live_and_in_the_past()
      throws IOException {
    matter(tenant, 1, "OPINION", "Advice", "Zanele Nkosi");
    matter(tenant, 2, "Estate late N. Dlamini", "Advice", "Zanele Nkosi");
    List<String> typed = List.of("OPINION", "Estate late N. Dlamini");
    Exports.Documents documents =
        sink -> {
          for (String type : typed) {
            sink.accept(Map.of("matterType", type));
          }
        };

    assertThat(kinds(matters(true))).containsExactly("Opinion", "OTHER");
    assertThat(kinds(exports.past(Dataset.MATTERS, asked(true), documents)))
        .containsExactly("Opinion", "OTHER");
    assertThat(kinds(matters(false))).isEqualTo(typed);
    assertThat(kinds(exports.past(Dataset.MATTERS, asked(false), documents))).isEqualTo(typed);
  }

  private List<String> kinds(Export export) throws IOException {
    return new String(file(export, Format.NDJSON), UTF_8)
        .lines()
        .map(JsonRow.JSON::readTree)
        .filter(line -> line.has("matterType"))
        .map(line -> line.path("matterType").asString())
        .toList();
  }

  private String pseudonym(String name) {
    String pseudonym = new Pseudonyms(stores.jdbc).of(tenant, List.of(name)).get(name);
    assertThat(pseudonym).startsWith("c-");
    return String.valueOf(pseudonym);
  }

  private void ledger(int count) {
    ledger(tenant, count);
  }

  private static void ledger(String owner, int count) {
    stores.scope.write(
        owner,
        jdbc ->
            jdbc.sql(
                    """
                    insert into ledger_entries (tenant_id, id, version, created_at, updated_at,
                      position, recorded_at, entry_date, kind, invoice_id, amount, vat, method)
                    select ?, gen_random_uuid(), n, now(), now(), n, now(),
                           date '2026-01-01' + n % 365, 'PAID', gen_random_uuid(), -n, null, 'EFT'
                      from generate_series(1, ?) as n
                    """)
                .params(owner, count)
                .update());
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void a_hundred_thousand_rows_never_stand_in_memory_together(Format format) throws IOException {
    positions.everythingElse = 41;
    Asked asked = new Asked(LARGE, false, Consistency.NONE, Asked.NOW, NOW);
    Measured out = new Measured();

    files.write(exports.ledger(asked, EntryFilter.all()), format, out);

    assertThat(out.written).isGreaterThan(MEGABYTE);
    assertThat(out.measured).isPositive();
    assertThat(out.most - out.before).isLessThan(64 * MEGABYTE);
  }

  /** Looks now and then at what is still referred to. */
  private static final class Measured extends OutputStream {
    private final long before = used();
    private long most = before;
    private long written;
    private int measured;

    @Override
    public void write(int one) {
      count(1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      count(length);
    }

    private void count(int length) {
      written += length;
      if (written / MEGABYTE > measured) {
        measured++;
        if (measured % 5 == 1) {
          most = Math.max(most, used());
        }
      }
    }

    private static long used() {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      return runtime.totalMemory() - runtime.freeMemory();
    }
  }

  @Test
  void the_ledger_is_as_it_was_at_a_position() throws IOException {
    ledger(30);
    String then =
        new String(file(exports.ledger(asOf(12), EntryFilter.all()), Format.NDJSON), UTF_8);
    assertThat(then.lines()).hasSize(13);
    assertThat(then)
        .contains("\"position\":12,")
        .doesNotContain("\"position\":13,")
        .endsWith("{\"trailer\":{\"count\":12,\"asOfPosition\":12}}\n");
    EntryFilter days =
        new EntryFilter(
            Range.between(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 6)),
            Set.of("PAID"),
            null,
            null);
    assertThat(new String(file(exports.ledger(asOf(4), days), Format.NDJSON), UTF_8).lines())
        .hasSize(2);
  }

  @Test
  void a_payment_that_was_reversed_later_was_not_reversed_then() throws IOException {
    UUID invoice = UUID.randomUUID();
    UUID payment = UUID.randomUUID();
    entry(5, "PAID", invoice, payment, -500);
    entry(9, "PAYMENT_REVERSED", invoice, payment, 500);

    JsonNode now = only(exports.payments(asked(false), EntryFilter.all()));
    JsonNode then = only(exports.payments(asOf(8), EntryFilter.all()));

    assertThat(now.path("amountCents").asLong()).isEqualTo(500);
    assertThat(now.path("reversed").asBoolean()).isTrue();
    assertThat(now.path("reversedOn").asString()).isEqualTo("2026-01-09");
    assertThat(then.path("reversed").asBoolean()).isFalse();
    assertThat(then.path("reversedOn").isNull()).isTrue();
    assertThat(new String(file(exports.payments(asOf(4), EntryFilter.all()), Format.NDJSON), UTF_8))
        .contains("\"count\":0");
  }

  private JsonNode only(Export export) throws IOException {
    List<String> lines = new String(file(export, Format.NDJSON), UTF_8).lines().toList();
    assertThat(lines).hasSize(2);
    return JsonRow.JSON.readTree(lines.getFirst());
  }

  private void entry(int position, String kind, UUID invoice, UUID payment, long amount) {
    stores.scope.write(
        tenant,
        jdbc ->
            jdbc.sql(
                    """
                    insert into ledger_entries (tenant_id, id, version, created_at, updated_at,
                      position, recorded_at, entry_date, kind, invoice_id, payment_id, amount)
                    values (?, gen_random_uuid(), 1, now(), now(), ?, now(), ?, ?, ?, ?, ?)
                    """)
                .params(
                    tenant,
                    position,
                    LocalDate.of(2026, 1, position),
                    kind,
                    invoice,
                    payment,
                    amount)
                .update());
  }

  /** One of each that nothing else here makes; the words and names in it are all Nomvula's. */
  private void books() {
    matter(tenant, 1, "Estate late Nomvula", "Nomvula v Roads", "Nomvula Dlamini");
    ledger(1);
    for (String insert :
        List.of(
            """
            insert into pro_formas (tenant_id, id, version, created_at, updated_at, status,
              matter_type, client, attorney, title)
            values (?, gen_random_uuid(), 1, now(), now(), 'DRAFT', 'Nomvula',
              '{"name": "Nomvula Dlamini", "email": "nomvula@client.example"}',
              '{"name": "Nomvula Botha", "firm": "Nomvula Inc", "firmReference": "Nomvula 7"}', 'Nomvula')\
            """,
            """
            insert into invoices (tenant_id, id, version, created_at, updated_at, invoice_number,
              lifecycle, source, round, matter_type, invoice_type, bar, supplier, client, attorney,
              title, narrative, lines, totals, total, term_policy, term_days, invoice_date, due_date)
            values (?, gen_random_uuid(), 1, now(), now(), 'INV-2026-1', 'ISSUED', 'FIXED_FEE', 0,
              'Nomvula', 'FINAL', 'JOHANNESBURG', '{"name": "Nomvula"}',
              '{"name": "Nomvula Dlamini", "email": "nomvula@client.example"}',
              '{"name": "Nomvula Botha", "firm": "Nomvula Inc", "firmReference": "Nomvula 7"}',
              'Nomvula', 'Nomvula', '[{"description": "Nomvula"}]', '{}', 100, 'CUSTOM', 30,
              '2026-01-01', '2026-01-31')\
            """,
            """
            insert into work_items (tenant_id, id, version, created_at, updated_at, matter_id, kind,
              state, worked_on, description, amount, billable, vat_treatment, reason)
            values (?, gen_random_uuid(), 1, now(), now(), gen_random_uuid(), 'TIME', 'UNBILLED',
              '2026-01-01', 'Nomvula', 100, true, 'STANDARD', 'Nomvula')\
            """,
            """
            insert into credit_notes (tenant_id, id, version, created_at, updated_at, kind, status,
              invoice_id, amount, category, reason)
            values (?, gen_random_uuid(), 1, now(), now(), 'CREDIT', 'DRAFT', gen_random_uuid(), 100,
              'BILLING_ERROR', 'Nomvula')\
            """,
            """
            insert into receipts (tenant_id, id, version, created_at, updated_at, amount, remaining,
              method, received_on, reference)
            values (?, gen_random_uuid(), 1, now(), now(), 100, 100, 'EFT', '2026-01-01', 'Nomvula')\
            """)) {
      stores.scope.write(tenant, jdbc -> jdbc.sql(insert).param(tenant).update());
    }
  }

  @Test
  void every_dataset_can_be_read_as_it_is_and_masked() throws IOException {
    books();
    for (boolean masked : new boolean[] {false, true}) {
      Asked asked = asked(masked);
      List<Export> all =
          List.of(
              exports.matters(asked, MatterFilter.all()),
              exports.invoices(asked, InvoiceFilter.all()),
              exports.proFormas(asked, ProFormaFilter.all()),
              exports.workItems(asked, new WorkItemFilter(null, Set.of(), Set.of(), Range.all())),
              exports.payments(asked, EntryFilter.all()),
              exports.ledger(asked, EntryFilter.all()),
              exports.creditNotes(
                  asked, new CreditNoteFilter(Set.of(), Set.of(), null, Range.all())),
              exports.receipts(asked, new ReceiptFilter(null, null, Range.all())));
      for (Export export : all) {
        String file = new String(file(export, Format.NDJSON), UTF_8);
        assertThat(file)
            .as(export.heading().name())
            .endsWith("{\"trailer\":{\"count\":1,\"asOfPosition\":41}}\n");
        if (masked) {
          assertThat(file).as(export.heading().name()).doesNotContainIgnoringCase("nomvula");
        }
      }
    }
  }

  @Test
  void a_transaction_may_be_idle_for_as_long_as_an_export_may_take() throws IOException {
    ledger(2);
    List<@Nullable Object[]> taken = new ArrayList<>();
    new ExportViews(stores.scope, new Pseudonyms(stores.jdbc))
        .each(
            tenant,
            Dataset.LEDGER,
            Asked.NOW,
            false,
            query ->
                query.where(
                    "current_setting('idle_in_transaction_session_timeout')::interval ="
                        + " ?::interval",
                    ExportViews.LONGEST.toString()),
            taken::add);
    assertThat(taken).hasSize(2);
  }

  @Test
  void rows_that_come_while_it_is_read_are_not_in_it() throws IOException {
    ledger(10);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Export growing = exports.ledger(asked(false), EntryFilter.all());
    OutputStream slow =
        new OutputStream() {
          private boolean isLate;

          @Override
          public void write(int one) {
            out.write(one);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            if (!isLate) {
              isLate = true;
              CompletableFuture.runAsync(
                      () -> entry(11, "PAID", UUID.randomUUID(), UUID.randomUUID(), -1))
                  .join();
            }
          }
        };

    files.write(growing, Format.NDJSON, slow);

    assertThat(out.toString(UTF_8)).endsWith("{\"trailer\":{\"count\":10,\"asOfPosition\":41}}\n");
    assertThat(
            new String(file(exports.ledger(asked(false), EntryFilter.all()), Format.NDJSON), UTF_8))
        .contains("\"count\":11");
  }

  @Test
  void what_lacks_an_event_or_began_anew_is_no_whole() {
    threeMatters();
    positions.parked.add("matters/" + tenant);
    assertThatThrownBy(() -> matters(false)).isInstanceOf(ProjectionParked.class);
    positions.parked.clear();

    Export begun = matters(false);
    positions.beginnings.put("matters", 1L);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThatThrownBy(() -> files.write(begun, Format.NDJSON, out))
        .isInstanceOf(NotYetConsistent.class);
    assertThat(out.toString(UTF_8)).doesNotContain("trailer");
  }

  @Test
  void who_knows_of_more_waits_for_it() {
    positions.everythingElse = 41;
    positions.recorded = 42;
    Asked newer = new Asked(tenant, false, Consistency.through(42, Duration.ZERO), Asked.NOW, NOW);
    assertThatThrownBy(() -> exports.matters(newer, MatterFilter.all()))
        .isInstanceOf(NotYetConsistent.class);
  }
}
