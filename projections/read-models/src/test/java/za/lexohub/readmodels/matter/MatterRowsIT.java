package za.lexohub.readmodels.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import za.lexohub.readmodels.TestStores;
import za.lexohub.readmodels.money.Money;
import za.lexohub.readmodels.paging.Cursor;
import za.lexohub.readmodels.paging.Page;
import za.lexohub.readmodels.paging.Range;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.row.MissingRow;
import za.lexohub.readmodels.row.Stamp;

class MatterRowsIT {

  private static TestStores stores;
  private static MatterRows rows;
  private static MatterViews views;

  private final String tenant = "t-" + UUID.randomUUID();
  private final UUID id = UUID.randomUUID();

  @BeforeAll
  static void open() {
    stores = TestStores.open();
    rows = new MatterRows(stores.scope);
    views = new MatterViews(stores.scope);
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  @Test
  void what_was_written_is_read() {
    rows.opened(stamp(1), Matters.opened(id, "Dlamini v Roads"));
    assertThat(views.find(tenant, id))
        .get()
        .usingRecursiveComparison()
        .ignoringFields("createdAt", "updatedAt")
        .isEqualTo(Matters.opened(id, "Dlamini v Roads"));
  }

  @Test
  void an_older_or_repeated_write_is_refused() {
    rows.opened(stamp(1), Matters.opened(id, "Dlamini v Roads"));
    rows.putOnHold(stamp(2), "waiting");
    rows.resumed(stamp(3));
    rows.putOnHold(stamp(2), "waiting");
    rows.opened(stamp(1), Matters.opened(id, "Dlamini v Roads"));
    assertThat(views.find(tenant, id).orElseThrow())
        .returns("ACTIVE", MatterView::status)
        .returns(3L, MatterView::version);
  }

  @Test
  void a_change_of_something_that_was_never_created_is_an_error() {
    assertThatThrownBy(() -> rows.resumed(stamp(2))).isInstanceOf(MissingRow.class);
  }

  @Test
  void another_tenant_sees_and_changes_nothing() {
    rows.opened(stamp(1), Matters.opened(id, "Dlamini v Roads"));
    assertThat(views.find("somebody-else", id)).isEmpty();
    assertThatThrownBy(() -> rows.resumed(new Stamp("somebody-else", id, 2, Matters.AT)))
        .isInstanceOf(MissingRow.class);
    // Even a query that forgets the tenant in its where clause is held by the policy.
    long seen =
        stores.scope.<Long>read(
            "somebody-else",
            jdbc -> jdbc.sql("select count(*) from matters").query(Long.class).single());
    assertThat(seen).isZero();
    assertThat(views.find(tenant, id).orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void who_forgets_to_name_a_tenant_sees_no_row_and_writes_none() {
    rows.opened(stamp(1), Matters.opened(id, "Dlamini v Roads"));
    for (String table :
        List.of("matters", "pro_formas", "invoices", "public_links", "workflow_states")) {
      assertThat(stores.jdbc.sql("select count(*) from " + table).query(Long.class).single())
          .as(table)
          .isZero();
    }
    assertThatThrownBy(
            () ->
                stores.scope.write(
                    "somebody-else",
                    jdbc ->
                        jdbc.sql(
                                "insert into public_links values"
                                    + " ('h', ?, gen_random_uuid(), 1, 'SUBMIT', 1, 'LIVE', now())")
                            .params(tenant)
                            .update()))
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("row-level security");
  }

  @Test
  void pages_neither_repeat_nor_skip_entries_with_equal_sort_values() {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      UUID one = UUID.randomUUID();
      ids.add(one);
      rows.opened(Matters.stamp(tenant, one, 1), Matters.opened(one, "Same"));
    }
    for (boolean descending : new boolean[] {true, false}) {
      for (MatterSort key : MatterSort.values()) {
        assertThat(walk(new Sort<>(key, descending))).containsExactlyInAnyOrderElementsOf(ids);
      }
    }
  }

  @Test
  void entries_that_come_while_paging_move_no_others() {
    for (int i = 0; i < 4; i++) {
      UUID one = UUID.randomUUID();
      rows.opened(Matters.stamp(tenant, one, 1), Matters.opened(one, "B" + i));
    }
    Page<MatterView> first =
        views.page(tenant, MatterFilter.all(), Sort.ascending(MatterSort.TITLE), 2, null);
    UUID late = UUID.randomUUID();
    rows.opened(Matters.stamp(tenant, late, 1), Matters.opened(late, "A"));
    Page<MatterView> second =
        views.page(tenant, MatterFilter.all(), Sort.ascending(MatterSort.TITLE), 2, first.next());
    assertThat(first.entries()).extracting(MatterView::title).containsExactly("B0", "B1");
    assertThat(second.entries()).extracting(MatterView::title).containsExactly("B2", "B3");
    assertThat(second.next()).isNull();
  }

  @Test
  void a_cursor_serves_only_the_list_it_was_made_for() {
    for (int i = 0; i < 3; i++) {
      UUID one = UUID.randomUUID();
      rows.opened(Matters.stamp(tenant, one, 1), Matters.opened(one, "B" + i));
    }
    Cursor cursor =
        views.page(tenant, MatterFilter.all(), Sort.ascending(MatterSort.TITLE), 2, null).next();
    MatterFilter other = new MatterFilter(Set.of("CLOSED"), null, null, null, Range.all());
    assertThatThrownBy(() -> views.page(tenant, other, Sort.ascending(MatterSort.TITLE), 2, cursor))
        .isInstanceOf(Cursor.Foreign.class);
    assertThatThrownBy(
            () ->
                views.page(
                    "another", MatterFilter.all(), Sort.ascending(MatterSort.TITLE), 2, cursor))
        .isInstanceOf(Cursor.Foreign.class);
    assertThatThrownBy(
            () ->
                views.page(
                    tenant, MatterFilter.all(), Sort.descending(MatterSort.TITLE), 2, cursor))
        .isInstanceOf(Cursor.Foreign.class);
  }

  @Test
  void text_is_found_in_any_case_and_wildcards_are_plain_letters() {
    rows.opened(stamp(1), Matters.opened(id, "100% Trust"));
    assertThat(find("dlamini")).hasSize(1);
    assertThat(find("BOTHA INC")).hasSize(1);
    assertThat(find("100%")).hasSize(1);
    assertThat(find("100_")).isEmpty();
    assertThat(find("nobody")).isEmpty();
  }

  @Test
  void a_list_is_narrowed_by_what_was_agreed_and_sorted_by_it() {
    UUID bare = UUID.randomUUID();
    UUID late = UUID.randomUUID();
    rows.opened(stamp(1), Matters.opened(id, "Soon"));
    rows.opened(Matters.stamp(tenant, bare, 1), Matters.opened(bare, "Bare"));
    rows.opened(Matters.stamp(tenant, late, 1), Matters.opened(late, "Late"));
    rows.terms(stamp(2), terms(300_000, true, "2026-06-01", "2026-05-01"));
    rows.terms(Matters.stamp(tenant, late, 2), terms(100_000, false, "2026-07-01", "2026-08-01"));

    assertThat(narrowed(null, null, true, Range.all(), Range.all())).containsExactly(id);
    assertThat(narrowed(null, null, false, Range.all(), Range.all()))
        .containsExactlyInAnyOrder(bare, late);
    assertThat(narrowed(null, "otha in", null, Range.all(), Range.all())).hasSize(3);
    assertThat(narrowed("CAPE_TOWN", null, null, Range.all(), Range.all())).isEmpty();
    Range<LocalDate> untilMay = Range.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 5, 1));
    assertThat(narrowed(null, null, null, untilMay, Range.all())).containsExactly(id);
    assertThat(narrowed(null, null, null, Range.all(), Range.between(1L, 100_000L)))
        .containsExactly(late);
    assertThat(walk(Sort.ascending(MatterSort.DEADLINE))).containsExactly(id, late, bare);
    assertThat(walk(Sort.descending(MatterSort.ESTIMATE))).containsExactly(id, late, bare);
    assertThat(walk(Sort.ascending(MatterSort.UPDATED_AT))).hasSize(3);
  }

  private static MatterTermsView terms(
      long estimate, boolean urgent, String court, String completion) {
    return new MatterTermsView(
        "HOURLY",
        Money.cents(estimate),
        null,
        null,
        urgent,
        null,
        LocalDate.parse(court),
        LocalDate.parse(completion));
  }

  private List<UUID> narrowed(
      String bar, String firm, Boolean urgent, Range<LocalDate> deadline, Range<Long> estimate) {
    MatterFilter filter =
        new MatterFilter(
            Set.of(), null, null, null, Range.all(), bar, firm, urgent, deadline, estimate);
    return views
        .page(tenant, filter, Sort.descending(MatterSort.CREATED_AT), 10, null)
        .entries()
        .stream()
        .map(MatterView::id)
        .toList();
  }

  @Test
  void emptying_takes_every_tenants_rows() {
    try (TestStores own = TestStores.open()) {
      MatterRows ownRows = new MatterRows(own.scope);
      ownRows.opened(stamp(1), Matters.opened(id, "Dlamini v Roads"));
      ownRows.empty();
      assertThat(new MatterViews(own.scope).find(tenant, id)).isEmpty();
    }
  }

  private List<MatterView> find(String text) {
    return views
        .page(
            tenant,
            new MatterFilter(Set.of(), null, null, text, Range.all()),
            Sort.descending(MatterSort.CREATED_AT),
            10,
            null)
        .entries();
  }

  private List<UUID> walk(Sort<MatterSort> sort) {
    List<UUID> seen = new ArrayList<>();
    Cursor cursor = null;
    do {
      Page<MatterView> page = views.page(tenant, MatterFilter.all(), sort, 3, cursor);
      page.entries().forEach(entry -> seen.add(entry.id()));
      cursor = page.next();
    } while (cursor != null);
    return seen;
  }

  private Stamp stamp(long version) {
    return Matters.stamp(tenant, id, version);
  }
}
