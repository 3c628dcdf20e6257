package za.lexohub.readmodels.workflowcounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.readmodels.TestStores;

class WorkflowCountsCacheIT {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC);
  private static TestStores stores;

  private final String tenant = "t-" + UUID.randomUUID();
  private final UUID invoice = UUID.randomUUID();
  private WorkflowCountsCache cache;

  @BeforeAll
  static void open() {
    stores = TestStores.open();
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  @BeforeEach
  void complete() {
    cache = new WorkflowCountsCache(stores.redis, CLOCK);
    assertThat(cache.endRebuild(tenant, cache.beginRebuild(tenant))).isTrue();
  }

  @Test
  void an_empty_redis_answers_nothing_rather_than_zeros() {
    assertThat(cache.counts("unheard-of")).isEmpty();
  }

  @Test
  void a_repeated_or_late_move_moves_nothing_back() {
    cache.move(tenant, CountedMove.begin(invoice, 1, CountedState.INVOICE_DRAFT));
    cache.move(tenant, CountedMove.to(invoice, 2, CountedState.INVOICE_UNPAID));
    cache.move(tenant, CountedMove.overdue(invoice, 3));
    WorkflowCounts counts = cache.counts(tenant).orElseThrow();
    assertThat(counts).isEqualTo(new WorkflowCounts(0, 0, 0, 1, 0, 0, 1, CLOCK.instant()));

    cache.move(tenant, CountedMove.to(invoice, 2, CountedState.INVOICE_UNPAID));
    cache.move(tenant, CountedMove.begin(invoice, 1, CountedState.INVOICE_DRAFT));
    assertThat(cache.counts(tenant)).contains(counts);

    cache.move(tenant, CountedMove.to(invoice, 4, CountedState.NOWHERE));
    assertThat(cache.counts(tenant))
        .contains(new WorkflowCounts(0, 0, 0, 0, 0, 0, 0, CLOCK.instant()));
    // It stays overdue if the payment does not hold.
    cache.move(tenant, CountedMove.to(invoice, 5, CountedState.INVOICE_UNPAID));
    assertThat(cache.counts(tenant)).contains(counts);
  }

  @Test
  void what_is_hidden_comes_back_where_it_was() {
    cache.move(tenant, CountedMove.begin(invoice, 1, CountedState.PRO_FORMA_OPEN));
    cache.move(tenant, CountedMove.hide(invoice, 2, true));
    assertThat(cache.counts(tenant).orElseThrow().proFormaCount()).isZero();
    cache.move(tenant, CountedMove.hide(invoice, 3, false));
    assertThat(cache.counts(tenant).orElseThrow().proFormaCount()).isOne();
  }

  @Test
  void the_sets_share_a_slot_and_the_plain_key_holds_the_front_ends_json() {
    cache.move(tenant, CountedMove.begin(invoice, 1, CountedState.INVOICE_DRAFT));
    assertThat(stores.redis.smembers("workflow:counts:{" + tenant + "}:invoices-draft"))
        .containsExactly(invoice.toString());
    JsonNode json = new JsonMapper().readTree(stores.redis.get("workflow:counts:" + tenant));
    assertThat(json.get("invoiceCount").asLong()).isOne();
    assertThat(json.get("matterCount").asLong()).isZero();
    assertThat(json.get("asOf").asString()).isEqualTo("2026-03-02T08:00:00Z");
  }

  @Test
  void a_change_of_something_unknown_means_that_the_sets_are_not_complete() {
    cache.move(tenant, CountedMove.overdue(invoice, 3));
    assertThat(cache.counts(tenant)).isEmpty();
  }

  @Test
  void a_loss_during_a_rebuild_makes_it_worthless() {
    String proof = cache.beginRebuild(tenant);
    stores.redis.flushDB();
    assertThat(cache.endRebuild(tenant, proof)).isFalse();
    assertThat(cache.counts(tenant)).isEmpty();
  }

  @Test
  void tenants_do_not_meet() {
    cache.move(tenant, CountedMove.begin(invoice, 1, CountedState.INVOICE_DRAFT));
    String other = "t-" + UUID.randomUUID();
    cache.endRebuild(other, cache.beginRebuild(other));
    assertThat(cache.counts(other).orElseThrow().invoiceCount()).isZero();
  }
}
