package za.lexohub.readmodels.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.ResourceTransactionManager;
import za.lexohub.readmodels.TestStores;
import za.lexohub.readmodels.together.Together;

/** Writes that go together leave what they leave one after the other. */
class RowBatchIT {

  private static final int BATCHES = 60;
  private static final Instant NOON = Instant.parse("2026-03-02T10:00:00Z");
  private static final String ONE_BY_ONE = "things_one_by_one";
  private static final String TOGETHER = "things_together";
  private static final String THINGS =
      """
      create table %1$s (
        tenant_id text not null, id uuid not null, version bigint not null,
        created_at timestamptz not null, updated_at timestamptz not null,
        title text, amount bigint not null default 0, paid bigint not null default 0,
        entries jsonb not null default '{}', note jsonb, primary key (tenant_id, id));
      alter table %1$s enable row level security;
      create policy tenant on %1$s using (tenant_id = current_setting('lexohub.tenant', true));
      grant select, insert, update, truncate on %1$s to %2$s;
      """;

  private static TestStores stores;
  private static DataSource dataSource;

  @BeforeAll
  static void open() throws SQLException {
    stores = TestStores.open();
    dataSource =
        (DataSource)
            ((ResourceTransactionManager)
                    Objects.requireNonNull(stores.transactions.getTransactionManager()))
                .getResourceFactory();
    try (Connection owner =
            DriverManager.getConnection(
                stores.database.url(), stores.database.owner(), stores.database.password());
        Statement statement = owner.createStatement()) {
      for (String table : List.of(ONE_BY_ONE, TOGETHER)) {
        statement.execute(THINGS.formatted(table, stores.database.application()));
      }
    }
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  /** Whatever follows whatever: new rows, changes in any order of versions, erasures, reads. */
  @Test
  void a_batch_leaves_what_its_writes_leave_one_by_one() {
    stores.scope.truncate(ONE_BY_ONE, TOGETHER);
    List<UUID> ids = new ArrayList<>();
    for (int seed = 0; seed < BATCHES; seed++) {
      Random random = new Random(seed);
      if (seed % 10 == 0) {
        ids.clear();
      }
      List<BiConsumer<TenantScope, String>> writes = writes(random, ids);
      writes.forEach(write -> write.accept(stores.scope, ONE_BY_ONE));
      inBatch(scope -> writes.forEach(write -> write.accept(scope, TOGETHER)));
      assertThat(rows(TOGETHER)).as("seed %d", seed).isEqualTo(rows(ONE_BY_ONE));
    }
    assertThat(rows(TOGETHER)).hasSizeGreaterThan(BATCHES / 10);
  }

  @Test
  void changes_that_follow_each_other_are_one_statement_as_long_as_what_they_read_is_known() {
    UUID id = UUID.randomUUID();
    RowChange set = change(id, 2).set("amount", Assignment.constant("?", List.of(7)));
    RowChange reading =
        change(id, 3).set("paid", Assignment.expression("amount - owed - ?", List.of(1L)));
    RowChange unknown = change(id, 4).set("title", Assignment.expression("paid || ?", List.of("")));

    RowChange both = set.then(reading).orElseThrow();
    assertThat(both.sql()).contains("amount = ?, paid = (?) - owed - ? where");
    assertThat(both.values()).startsWith(3L).contains(7, 7L, 1L);
    assertThat(both.then(unknown)).as("known to the database").isEmpty();
    assertThat(reading.then(set)).as("not later").isEmpty();

    RowChange created = RowChange.insert(TOGETHER, stamp(id, 1));
    assertThat(created.then(set)).isPresent();
    assertThat(created.then(reading)).as("columns that nobody has set").isEmpty();
  }

  private static RowChange change(UUID id, long version) {
    return RowChange.update(TOGETHER, stamp(id, version));
  }

  @Test
  void what_was_kept_back_is_there_for_whoever_reads_in_the_same_batch() {
    UUID id = UUID.randomUUID();
    inBatch(
        scope -> {
          created(id, 1).accept(scope, TOGETHER);
          assertThat(title(scope, id)).isEqualTo("new");
          RowUpdate.of(TOGETHER, stamp(id, 2)).set("title", "seen").apply(scope);
          assertThat(title(scope, id)).isEqualTo("seen");
        });
  }

  @Test
  void a_change_of_a_row_that_is_not_there_fails_the_batch_and_leaves_a_usable_transaction() {
    UUID id = UUID.randomUUID();
    stores.transactions.executeWithoutResult(
        status -> {
          Together together = begin();
          created(id, 1).accept(stores.scope, TOGETHER);
          RowUpdate.of(TOGETHER, stamp(UUID.randomUUID(), 2)).set("title", "x").apply(stores.scope);
          assertThatThrownBy(together::write).isInstanceOf(MissingRow.class);
          undo(together);
          created(id, 3).accept(stores.scope, TOGETHER);
        });
    assertThat(version(id)).isEqualTo(3);
  }

  @Test
  void what_the_database_refuses_is_taken_back_with_all_the_others() {
    UUID id = UUID.randomUUID();
    stores.transactions.executeWithoutResult(
        status -> {
          Together together = begin();
          created(id, 1).accept(stores.scope, TOGETHER);
          RowUpdate.of(TOGETHER, stamp(id, 2)).set("amount", null).apply(stores.scope);
          assertThatThrownBy(together::write).isInstanceOf(DataAccessException.class);
          undo(together);
          assertThat(Together.current()).isNull();
          created(id, 5).accept(stores.scope, TOGETHER);
        });
    assertThat(version(id)).isEqualTo(5);
  }

  private static List<BiConsumer<TenantScope, String>> writes(Random random, List<UUID> ids) {
    List<BiConsumer<TenantScope, String>> writes = new ArrayList<>();
    int count = 1 + random.nextInt(40);
    for (int i = 0; i < count; i++) {
      if (ids.size() < 3 || random.nextInt(20) == 0) {
        ids.add(UUID.randomUUID());
        writes.add(created(ids.getLast(), 1));
      } else {
        UUID id = ids.get(random.nextInt(ids.size()));
        // Mostly later and later, sometimes again or out of time.
        long version = random.nextInt(5) == 0 ? 1 + random.nextInt(60) : i + 2;
        writes.add(any(random.nextInt(9), id, version, random));
      }
    }
    return writes;
  }

  private static BiConsumer<TenantScope, String> any(
      int kind, UUID id, long version, Random random) {
    int number = random.nextInt(100);
    String key = "k" + number % 3;
    return switch (kind) {
      case 0 -> created(id, version);
      case 1 ->
          (scope, table) ->
              update(table, id, version)
                  .set("title", number % 4 == 0 ? null : "t" + number)
                  .apply(scope);
      case 2 ->
          (scope, table) ->
              update(table, id, version)
                  .putJson("entries", key, number % 7 == 0 ? List.of(number) : Map.of("a", number))
                  .setJson("note", Map.of("n", 1.50))
                  .apply(scope);
      case 3 ->
          (scope, table) ->
              update(table, id, version)
                  .mergeJson("entries", key, Map.of("b" + number % 2, "v" + number))
                  .apply(scope);
      case 4 ->
          (scope, table) ->
              update(table, id, version).setSql("amount = amount + ?", number).apply(scope);
      case 5 ->
          (scope, table) ->
              update(table, id, version)
                  .setSql("paid = amount + coalesce(char_length(title), 0) - ?", number)
                  .set("title", "p" + number)
                  .apply(scope);
      case 6 -> (scope, table) -> RowUpdate.touched(scope, table, stamp(id, version));
      case 7 -> (scope, table) -> RowErasure.of(table).text("title").apply(scope, tenant(id), id);
      default -> (scope, table) -> assertThat(title(scope, table, id)).isNotEqualTo("nobody");
    };
  }

  private static RowUpdate update(String table, UUID id, long version) {
    return RowUpdate.of(table, stamp(id, version));
  }

  private static BiConsumer<TenantScope, String> created(UUID id, long version) {
    return (scope, table) ->
        RowInsert.of(table, stamp(id, version))
            .set("title", "new")
            .set("amount", 5)
            .setJson("entries", Map.of("k0", Map.of("a", 1)))
            .apply(scope);
  }

  private static Stamp stamp(UUID id, long version) {
    return new Stamp(tenant(id), id, version, NOON.plusSeconds(version));
  }

  private static String tenant(UUID id) {
    return "tenant-" + (id.getLeastSignificantBits() & 1);
  }

  private static String title(TenantScope scope, UUID id) {
    return title(scope, TOGETHER, id);
  }

  private static String title(TenantScope scope, String table, UUID id) {
    return scope.read(
        tenant(id),
        jdbc ->
            String.valueOf(
                jdbc.sql("select title from " + table + " where id = ?")
                    .param(id)
                    .query()
                    .singleRow()
                    .get("title")));
  }

  private static long version(UUID id) {
    return stores.scope.read(
        tenant(id),
        jdbc ->
            jdbc.sql("select version from " + TOGETHER + " where id = ?")
                .param(id)
                .query(Long.class)
                .single());
  }

  private static List<String> rows(String table) {
    List<String> rows = new ArrayList<>();
    for (String tenant : List.of("tenant-0", "tenant-1")) {
      rows.addAll(
          stores.scope.read(
              tenant,
              jdbc ->
                  jdbc.sql("select to_jsonb(t)::text from " + table + " t order by id")
                      .query(String.class)
                      .list()));
    }
    return rows;
  }

  private static void inBatch(Consumer<TenantScope> work) {
    stores.transactions.executeWithoutResult(
        status -> {
          Together together = begin();
          try {
            work.accept(stores.scope);
            together.write();
          } finally {
            together.end();
          }
        });
  }

  private static Together begin() {
    try {
      return Together.begin(dataSource);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void undo(Together together) {
    try {
      together.undo();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
