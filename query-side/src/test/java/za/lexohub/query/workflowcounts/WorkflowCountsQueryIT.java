package za.lexohub.query.workflowcounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;
import za.lexohub.query.Answer;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.Consistency;
import za.lexohub.query.KnownPositions;
import za.lexohub.query.NotYetConsistent;
import za.lexohub.query.TestStores;
import za.lexohub.readmodels.matter.MatterRows;
import za.lexohub.readmodels.matter.MatterView;
import za.lexohub.readmodels.party.PartyView;
import za.lexohub.readmodels.redis.Fallback;
import za.lexohub.readmodels.redis.RedisConnections;
import za.lexohub.readmodels.row.Stamp;
import za.lexohub.readmodels.workflowcounts.CountedMove;
import za.lexohub.readmodels.workflowcounts.CountedState;
import za.lexohub.readmodels.workflowcounts.WorkflowCounts;
import za.lexohub.readmodels.workflowcounts.WorkflowCountsCache;
import za.lexohub.readmodels.workflowcounts.WorkflowCountsRebuild;
import za.lexohub.readmodels.workflowcounts.WorkflowCountsTruth;

class WorkflowCountsQueryIT {

  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  private static TestStores stores;

  private final String tenant = "t-" + UUID.randomUUID();
  private final KnownPositions positions = new KnownPositions();
  private final WorkflowCountsTruth truth = new WorkflowCountsTruth(stores.scope, CLOCK);
  private final WorkflowCountsCache cache = new WorkflowCountsCache(stores.redis, CLOCK);
  private final WorkflowCountsQuery query = query(cache);

  @BeforeAll
  static void open() {
    stores = TestStores.open();
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  @Test
  void the_first_question_is_answered_by_sql_and_the_next_by_redis() {
    openMatter();
    positions.everythingElse = 3;
    assertThat(counts(query)).returns(1L, WorkflowCounts::matterCount);
    assertThat(cache.counts(tenant)).contains(truth.counts(tenant));
    // Now only Redis knows of this one.
    cache.move(tenant, CountedMove.begin(UUID.randomUUID(), 1, CountedState.MATTER_ACTIVE));
    assertThat(counts(query)).returns(2L, WorkflowCounts::matterCount);
  }

  @Test
  void an_emptied_redis_gives_the_same_answers() {
    openMatter();
    WorkflowCounts before = counts(query);
    stores.redis.flushDB();
    assertThat(counts(query)).isEqualTo(before);
    assertThat(counts(query)).isEqualTo(before);
  }

  @Test
  void without_redis_sql_answers() {
    openMatter();
    try (UnifiedJedis nobody = RedisConnections.open(URI.create("redis://127.0.0.1:1"), false)) {
      WorkflowCountsQuery lost = query(new WorkflowCountsCache(nobody, CLOCK));
      assertThat(counts(lost)).returns(1L, WorkflowCounts::matterCount);
      assertThat(counts(lost)).returns(1L, WorkflowCounts::matterCount);
    }
  }

  @Test
  void a_redis_that_is_behind_is_passed_over_and_a_sql_that_is_behind_too_is_no_answer() {
    openMatter();
    counts(query);
    positions.everythingElse = 5;
    positions.applied.put("workflow-counts", 4L);
    positions.recorded = 5;
    Consistency wanted = Consistency.through(5, Duration.ZERO);
    Answer<WorkflowCounts> answer = query.counts(tenant, wanted);
    assertThat(answer.position()).isEqualTo(5);
    positions.applied.put("invoices", 4L);
    assertThatThrownBy(() -> query.counts(tenant, wanted)).isInstanceOf(NotYetConsistent.class);
  }

  private WorkflowCounts counts(WorkflowCountsQuery asked) {
    return asked.counts(tenant, Consistency.NONE).value();
  }

  private WorkflowCountsQuery query(WorkflowCountsCache from) {
    return new WorkflowCountsQuery(
        from,
        truth,
        new WorkflowCountsRebuild(from, truth, positions),
        new AppliedWait(positions),
        new Fallback(Duration.ofMinutes(1)),
        Runnable::run);
  }

  private void openMatter() {
    UUID id = UUID.randomUUID();
    PartyView party = new PartyView("Nomsa Dlamini", null, null, null, null, null, null);
    new MatterRows(stores.scope)
        .opened(
            new Stamp(tenant, id, 1, Instant.EPOCH),
            new MatterView(
                id,
                "JHB/2024/001",
                "ACTIVE",
                false,
                "litigation",
                "JOHANNESBURG",
                "A title",
                null,
                party,
                party,
                false,
                null,
                LocalDate.EPOCH,
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
}
