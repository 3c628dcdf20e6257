package za.lexohub.readmodels.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import za.lexohub.readmodels.TestStores;
import za.lexohub.readmodels.money.Money;
import za.lexohub.readmodels.paging.Cursor;
import za.lexohub.readmodels.paging.Page;
import za.lexohub.readmodels.paging.Range;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.paging.Total;
import za.lexohub.readmodels.party.PartyView;
import za.lexohub.readmodels.row.Stamp;

/** Random lists of random matters beside the same lists made without SQL. */
class MatterListsIT {

  private static final List<String> STATUS = List.of("ACTIVE", "PENDING", "CLOSED", "ON_HOLD");
  private static final List<String> TYPES = List.of("litigation", "opinion");
  private static final List<String> BARS = List.of("JOHANNESBURG", "CAPE_TOWN");
  private static final List<String> WORDS = List.of("Dlamini", "roads", "100%", "Botha_v", "Inc");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final int MATTERS = 60;
  private static final int LISTS = 250;

  private static final List<MatterSort> SORTS =
      List.of(
          MatterSort.CREATED_AT,
          MatterSort.OPENED_ON,
          MatterSort.UPDATED_AT,
          MatterSort.DEADLINE,
          MatterSort.ESTIMATE,
          MatterSort.WIP);

  private static TestStores stores;

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private final MatterRows rows = new MatterRows(stores.scope);
  private final MatterViews views = new MatterViews(stores.scope);
  private final Map<UUID, Long> unbilled = new HashMap<>();

  @BeforeAll
  static void open() {
    stores = TestStores.open();
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  @Test
  void every_list_holds_what_its_filter_says_in_its_order_and_knows_how_many() {
    List<MatterView> ours = matters("jhb");
    matters("cpt");
    for (int list = 0; list < LISTS; list++) {
      MatterFilter filter = filter();
      Sort<MatterSort> sort = new Sort<>(one(SORTS), random.nextBoolean());
      List<UUID> expected =
          ours.stream().filter(fits(filter)).sorted(order(sort)).map(MatterView::id).toList();
      assertThat(read("jhb", filter, sort))
          .as("seed %d, %s by %s", seed, filter, sort)
          .isEqualTo(expected);
      assertThat(views.total("jhb", filter))
          .as("seed %d, %s", seed, filter)
          .isEqualTo(new Total(expected.size(), true));
    }
    assertThat(views.total("nobody", MatterFilter.all())).isEqualTo(new Total(0, true));
  }

  @Test
  void a_list_is_counted_up_to_ten_thousand() {
    stores.scope.write(
        "many",
        jdbc ->
            jdbc.sql(
                    """
                    insert into matters
                      (tenant_id, id, version, created_at, updated_at, reference, status, archived,
                       matter_type, bar, title, client, attorney, vat_exempt, opened_on)
                    select 'many', gen_random_uuid(), 1, now(), now(), 'R' || n,
                           case when n <= 10000 then 'ACTIVE' else 'CLOSED' end, false,
                           'opinion', 'JOHANNESBURG', 'T', '{"name": "C"}', '{"name": "A"}', false,
                           current_date
                      from generate_series(1, 10001) n\
                    """)
                .update());
    assertThat(views.total("many", MatterFilter.all())).isEqualTo(new Total(10_000, false));
    MatterFilter active = new MatterFilter(Set.of("ACTIVE"), null, null, null, Range.all());
    assertThat(views.total("many", active)).isEqualTo(new Total(10_000, true));
  }

  private List<UUID> read(String tenant, MatterFilter filter, Sort<MatterSort> sort) {
    List<UUID> read = new ArrayList<>();
    int limit = 1 + random.nextInt(30);
    Cursor after = null;
    do {
      Page<MatterView> page = views.page(tenant, filter, sort, limit, after);
      page.entries().forEach(matter -> read.add(matter.id()));
      after = page.next();
    } while (after != null);
    return read;
  }

  private List<MatterView> matters(String tenant) {
    return Stream.generate(() -> matter(tenant)).limit(MATTERS).toList();
  }

  private MatterView matter(String tenant) {
    UUID id = UUID.randomUUID();
    MatterView plain = Matters.opened(id, one(WORDS) + " " + one(WORDS));
    PartyView attorney =
        new PartyView(
            "A. Botha", null, null, null, random.nextBoolean() ? null : one(WORDS), null, null);
    Stamp stamp = Matters.stamp(tenant, id, 1 + random.nextInt(5));
    rows.opened(
        stamp,
        new MatterView(
            id,
            plain.reference(),
            one(STATUS),
            random.nextBoolean(),
            one(TYPES),
            one(BARS),
            plain.title(),
            null,
            plain.client(),
            attorney,
            false,
            null,
            day(),
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
            stamp.at(),
            stamp.at()));
    if (random.nextInt(3) > 0) {
      rows.terms(
          Matters.stamp(tenant, id, 6),
          new MatterTermsView(
              null,
              random.nextBoolean() ? null : cents(),
              null,
              null,
              random.nextBoolean(),
              null,
              random.nextBoolean() ? null : day(),
              random.nextBoolean() ? null : day()));
    }
    for (int item = random.nextInt(3); item > 0; item--) {
      work(tenant, id);
    }
    return views.find(tenant, id).orElseThrow();
  }

  private void work(String tenant, UUID matterId) {
    long amount = cents().amount();
    boolean isBilled = random.nextBoolean();
    boolean isBillable = random.nextBoolean();
    if (!isBilled && isBillable) {
      unbilled.merge(matterId, amount, Long::sum);
    }
    stores.scope.write(
        tenant,
        jdbc ->
            jdbc.sql(
                    """
                    insert into work_items
                      (tenant_id, id, version, created_at, updated_at, matter_id, kind, state,
                       worked_on, description, amount, billable, vat_treatment)
                    values (?, gen_random_uuid(), 1, now(), now(), ?, 'TIME', ?, current_date, 'x',
                            ?, ?, 'STANDARD')\
                    """)
                .params(tenant, matterId, isBilled ? "BILLED" : "UNBILLED", amount, isBillable)
                .update());
  }

  private MatterFilter filter() {
    return new MatterFilter(
        random.nextBoolean() ? Set.of() : Set.copyOf(List.of(one(STATUS), "ACTIVE")),
        sometimes(random.nextBoolean()),
        sometimes(one(TYPES)),
        sometimes(one(WORDS).toUpperCase(Locale.ROOT)),
        range(this::day),
        sometimes(one(BARS)),
        random.nextInt(6) > 0 ? null : one(WORDS),
        sometimes(random.nextBoolean()),
        range(this::day),
        range(() -> cents().amount()));
  }

  private static Predicate<MatterView> fits(MatterFilter filter) {
    return matter ->
        (filter.status().isEmpty() || filter.status().contains(matter.status()))
            && (filter.archived() == null || filter.archived() == matter.archived())
            && (filter.matterType() == null || filter.matterType().equals(matter.matterType()))
            && (filter.text() == null
                || contains(matter.reference(), filter.text())
                || contains(matter.title(), filter.text())
                || contains(matter.client().name(), filter.text())
                || contains(matter.attorney().name(), filter.text())
                || contains(matter.attorney().firm(), filter.text()))
            && within(filter.openedOn(), matter.openedOn())
            && (filter.bar() == null || filter.bar().equals(matter.bar()))
            && (filter.firm() == null || contains(matter.attorney().firm(), filter.firm()))
            && (filter.urgent() == null || filter.urgent() == isUrgent(matter))
            && within(filter.deadline(), deadline(matter))
            && within(filter.estimate(), estimate(matter));
  }

  private Comparator<MatterView> order(Sort<MatterSort> sort) {
    Comparator<MatterView> order =
        switch (sort.key()) {
          case CREATED_AT -> Comparator.comparing(MatterView::createdAt);
          case OPENED_ON -> Comparator.comparing(MatterView::openedOn);
          case UPDATED_AT -> Comparator.comparing(MatterView::updatedAt);
          case DEADLINE -> Comparator.comparing(or(MatterListsIT::deadline, LocalDate.MAX));
          case ESTIMATE -> Comparator.comparing(or(MatterListsIT::estimate, 0L));
          case WIP -> Comparator.comparing(matter -> unbilled.getOrDefault(matter.id(), 0L));
          default -> throw new IllegalArgumentException(sort.toString());
        };
    Comparator<MatterView> full = order.thenComparing(matter -> matter.id().toString());
    return sort.descending() ? full.reversed() : full;
  }

  private static boolean isUrgent(MatterView matter) {
    return matter.terms() != null && matter.terms().urgent();
  }

  private static @Nullable LocalDate deadline(MatterView matter) {
    MatterTermsView terms = matter.terms();
    return terms == null
        ? null
        : Stream.of(terms.nextCourtDate(), terms.expectedCompletion())
            .filter(day -> day != null)
            .min(Comparator.naturalOrder())
            .orElse(null);
  }

  private static @Nullable Long estimate(MatterView matter) {
    MatterTermsView terms = matter.terms();
    return terms == null || terms.estimate() == null ? null : terms.estimate().amount();
  }

  private static <T> Function<MatterView, T> or(
      Function<MatterView, @Nullable T> value, T otherwise) {
    return matter -> {
      T found = value.apply(matter);
      return found == null ? otherwise : found;
    };
  }

  private static boolean contains(@Nullable String text, String part) {
    return text != null && text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }

  private static <T extends Comparable<? super T>> boolean within(
      Range<T> range, @Nullable T value) {
    if (range.equals(Range.all())) {
      return true;
    }
    return value != null
        && (range.gte() == null || value.compareTo(range.gte()) >= 0)
        && (range.gt() == null || value.compareTo(range.gt()) > 0)
        && (range.lte() == null || value.compareTo(range.lte()) <= 0)
        && (range.lt() == null || value.compareTo(range.lt()) < 0);
  }

  private <T extends Comparable<? super T>> Range<T> range(Supplier<T> bound) {
    if (random.nextInt(4) > 0) {
      return Range.all();
    }
    return new Range<>(
        sometimes(bound.get()),
        sometimes(bound.get()),
        sometimes(bound.get()),
        sometimes(bound.get()));
  }

  private <T> @Nullable T sometimes(T value) {
    return random.nextInt(4) == 0 ? value : null;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private LocalDate day() {
    return DAY.plusDays(random.nextInt(20));
  }

  private Money cents() {
    return new Money(100L * random.nextInt(20), "ZAR");
  }
}
