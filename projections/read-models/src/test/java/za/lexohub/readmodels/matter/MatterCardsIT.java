package za.lexohub.readmodels.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import za.lexohub.readmodels.TestStores;
import za.lexohub.readmodels.matter.MatterCards.Card;
import za.lexohub.readmodels.redis.Fallback;
import za.lexohub.readmodels.redis.RedisConnections;
import za.lexohub.readmodels.row.Stamp;

class MatterCardsIT {

  private static TestStores stores;
  private static MatterCards cards;

  private final UUID id = UUID.randomUUID();
  private final MatterView matter = Matters.opened(id, "Dlamini v Roads");

  @BeforeAll
  static void open() {
    stores = TestStores.open();
    cards = new MatterCards(stores.redis, new Fallback(Duration.ZERO));
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  @Test
  void a_card_is_at_the_matters_key_for_five_minutes() {
    cards.put(stamp(1), matter, 7);
    assertThat(cards.find("jhb", id)).contains(new Card(matter, 7));
    assertThat(stores.redis.ttl("matter:" + id)).isBetween(290L, 300L);
    assertThat(stores.redis.get("matter:" + id)).contains("Dlamini v Roads", "\"tenant\":\"jhb\"");
  }

  @Test
  void another_tenant_gets_no_answer_from_it() {
    cards.put(stamp(1), matter, 7);
    assertThat(cards.find("cpt", id)).isEmpty();
  }

  @Test
  void a_reader_that_is_late_cannot_put_the_old_state_back() {
    cards.put(stamp(1), matter, 7);
    cards.invalidate(stamp(2));
    assertThat(cards.find("jhb", id)).isEmpty();
    cards.refill("jhb", matter, 7);
    cards.put(stamp(1), matter, 7);
    assertThat(cards.find("jhb", id)).isEmpty();
    cards.refill("jhb", at(2), 8);
    assertThat(cards.find("jhb", id)).contains(new Card(at(2), 8));
  }

  @Test
  void an_invalidation_that_comes_late_leaves_the_newer_card() {
    cards.refill("jhb", at(5), 9);
    cards.invalidate(stamp(4));
    assertThat(cards.find("jhb", id)).contains(new Card(at(5), 9));
  }

  @Test
  void what_cannot_be_read_is_no_answer_and_is_replaced() {
    stores.redis.set("matter:" + id, "}{");
    assertThat(cards.find("jhb", id)).isEmpty();
    cards.refill("jhb", matter, 7);
    assertThat(cards.find("jhb", id)).contains(new Card(matter, 7));
  }

  @Test
  void without_redis_readers_do_without_and_writers_fail() {
    try (UnifiedJedis nobody = RedisConnections.open(URI.create("redis://127.0.0.1:1"), false)) {
      MatterCards lost = new MatterCards(nobody, new Fallback(Duration.ZERO));
      assertThat(lost.find("jhb", id)).isEmpty();
      lost.refill("jhb", matter, 7);
      assertThatThrownBy(() -> lost.invalidate(stamp(2))).isInstanceOf(JedisException.class);
    }
  }

  private MatterView at(long version) {
    return new MatterView(
        id,
        matter.reference(),
        "ON_HOLD",
        false,
        matter.matterType(),
        matter.bar(),
        matter.title(),
        null,
        matter.client(),
        matter.attorney(),
        false,
        null,
        matter.openedOn(),
        "waiting",
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
        version,
        matter.createdAt(),
        matter.updatedAt());
  }

  private Stamp stamp(long version) {
    return Matters.stamp("jhb", id, version);
  }
}
