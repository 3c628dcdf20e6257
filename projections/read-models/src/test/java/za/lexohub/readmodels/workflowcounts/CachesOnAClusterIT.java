package za.lexohub.readmodels.workflowcounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;
import za.lexohub.readmodels.matter.MatterCards;
import za.lexohub.readmodels.matter.MatterView;
import za.lexohub.readmodels.matter.Matters;
import za.lexohub.readmodels.redis.CardCache.Card;
import za.lexohub.readmodels.redis.CardCache.Slot;
import za.lexohub.readmodels.redis.RedisConnections;
import za.lexohub.readmodels.redis.ThreeNodes;

class CachesOnAClusterIT {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC);

  /** More than go to the server in one pipeline. */
  private static final int MOVES = 1201;

  private static final ThreeNodes NODES = new ThreeNodes();
  private static UnifiedJedis redis;

  /** The client is there before the cluster, as when it is away at the start. */
  @BeforeAll
  static void open() throws Exception {
    redis = RedisConnections.open(NODES.url(), true);
    NODES.start();
  }

  @AfterAll
  static void close() {
    redis.close();
    NODES.close();
  }

  @Test
  void cards_lie_on_all_nodes_and_are_filled_outdated_and_emptied_there() {
    MatterCards cards = new MatterCards(redis);
    List<UUID> ids = Stream.generate(UUID::randomUUID).limit(60).toList();
    for (UUID id : ids) {
      Slot<MatterView> seen = cards.look(id);
      MatterView view = Matters.opened(id, "Dlamini v Roads");
      assertThat(cards.fill(seen, "jhb", view, 7)).isTrue();
      assertThat(cards.fill(seen, "jhb", view, 8)).isFalse();
      assertThat(cards.look(id).card("jhb")).contains(new Card<>(view, 7));
    }
    assertThat(NODES.sizes()).allMatch(size -> size > 0);

    cards.outdate(Matters.stamp("jhb", ids.getFirst(), 2));
    cards.forget(ids.get(1));
    assertThat(cards.look(ids.getFirst()).card("jhb")).isEmpty();
    assertThat(cards.look(ids.get(1)).card("jhb")).isEmpty();

    cards.empty();
    assertThat(ids).noneMatch(id -> redis.exists("matter:" + id));
  }

  @Test
  void counts_of_an_advocate_share_a_slot_and_are_moved_one_by_one_or_by_the_thousand() {
    WorkflowCountsCache cache = new WorkflowCountsCache(redis, CLOCK);
    for (int advocate = 0; advocate < 6; advocate++) {
      String tenant = "t-" + UUID.randomUUID();
      String proof = cache.beginRebuild(tenant);
      cache.moveAll(tenant, drafts());
      assertThat(cache.endRebuild(tenant, proof)).isTrue();
      cache.move(tenant, CountedMove.begin(UUID.randomUUID(), 1, CountedState.MATTER_ACTIVE));
      assertThat(cache.counts(tenant))
          .contains(new WorkflowCounts(1, 0, MOVES, 0, 0, 0, 0, CLOCK.instant()));
      assertThat(redis.get("workflow:counts:" + tenant)).contains("\"invoiceCount\":" + MOVES);
    }
    cache.empty();
    assertThat(NODES.sizes()).containsOnly(0L);
  }

  private static List<CountedMove> drafts() {
    List<CountedMove> moves = new ArrayList<>();
    for (int i = 0; i < MOVES; i++) {
      moves.add(CountedMove.begin(UUID.randomUUID(), 1, CountedState.INVOICE_DRAFT));
    }
    return moves;
  }
}
