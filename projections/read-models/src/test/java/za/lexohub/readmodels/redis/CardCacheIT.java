package za.lexohub.readmodels.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import za.lexohub.embedded.TestParts;
import za.lexohub.readmodels.TestStores;
import za.lexohub.readmodels.matter.MatterCards;
import za.lexohub.readmodels.matter.MatterView;
import za.lexohub.readmodels.matter.Matters;
import za.lexohub.readmodels.redis.CardCache.Card;
import za.lexohub.readmodels.redis.CardCache.Slot;
import za.lexohub.readmodels.row.Stamp;

class CardCacheIT {

  private static TestStores stores;
  private static CardCache<MatterView> cards;

  private final UUID id = UUID.randomUUID();
  private final MatterView matter = Matters.opened(id, "Dlamini v Roads");

  @BeforeAll
  static void open() {
    stores = TestStores.open();
    cards = new MatterCards(stores.redis);
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  @Test
  void a_card_is_at_the_things_key_for_five_minutes() {
    assertThat(filled(matter, 7)).isTrue();
    assertThat(shown("jhb")).contains(new Card<>(matter, 7));
    assertThat(stores.redis.ttl("matter:" + id)).isBetween(290L, 300L);
    assertThat(stores.redis.get("matter:" + id)).contains("Dlamini v Roads", "\"tenant\":\"jhb\"");
  }

  @Test
  void another_tenant_gets_no_answer_from_it() {
    filled(matter, 7);
    assertThat(shown("cpt")).isEmpty();
  }

  @Test
  void who_looked_before_a_change_cannot_put_the_old_state_back() {
    Slot<MatterView> seen = cards.look(id);
    cards.outdate(stamp(2));
    assertThat(cards.fill(seen, "jhb", matter, 7)).isFalse();
    assertThat(shown("jhb")).isEmpty();
  }

  @Test
  void nor_can_they_when_what_the_change_had_left_is_lost() {
    Slot<MatterView> early = cards.look(id);
    cards.outdate(stamp(2));
    stores.redis.del("matter:" + id);
    assertThat(cards.fill(early, "jhb", matter, 7)).isFalse();

    filled(matter, 7);
    Slot<MatterView> late = cards.look(id);
    cards.outdate(stamp(2));
    stores.redis.del("matter:" + id);
    assertThat(cards.fill(late, "jhb", matter, 7)).isFalse();
    assertThat(shown("jhb")).isEmpty();
  }

  @Test
  void who_looked_before_something_was_forgotten_cannot_bring_it_back() {
    Slot<MatterView> seen = cards.look(id);
    cards.forget(id);
    assertThat(cards.fill(seen, "jhb", matter, 7)).isFalse();
    filled(matter, 7);
    cards.forget(id);
    assertThat(shown("jhb")).isEmpty();
  }

  @Test
  void no_card_gives_way_to_an_older_version_however_fresh_the_look() {
    filled(at(3), 7);
    assertThat(filled(at(2), 9)).isFalse();
    assertThat(shown("jhb")).contains(new Card<>(at(3), 7));
    cards.outdate(stamp(5));
    assertThat(filled(at(4), 9)).isFalse();
    assertThat(shown("jhb")).isEmpty();
    assertThat(filled(at(5), 9)).isTrue();
    assertThat(shown("jhb")).contains(new Card<>(at(5), 9));
  }

  @Test
  void of_two_who_fill_at_once_the_first_is_shown() {
    Slot<MatterView> one = cards.look(id);
    Slot<MatterView> two = cards.look(id);
    assertThat(cards.fill(one, "jhb", at(2), 8)).isTrue();
    assertThat(cards.fill(two, "jhb", at(2), 9)).isFalse();
    assertThat(shown("jhb")).contains(new Card<>(at(2), 8));
  }

  @Test
  void a_change_that_comes_late_or_again_leaves_what_shows_it() {
    filled(at(5), 9);
    cards.outdate(stamp(4));
    cards.outdate(stamp(5));
    assertThat(shown("jhb")).contains(new Card<>(at(5), 9));
    cards.outdate(stamp(6));
    cards.outdate(stamp(6));
    assertThat(shown("jhb")).isEmpty();
  }

  @Test
  void a_change_that_is_long_past_takes_a_card_away_and_leaves_no_key_for_what_had_none() {
    cards.outdateLate(stamp(2));
    assertThat(stores.redis.exists("matter:" + id)).isFalse();
    filled(matter, 7);
    cards.outdateLate(stamp(1));
    assertThat(shown("jhb")).isPresent();
    cards.outdateLate(stamp(2));
    assertThat(shown("jhb")).isEmpty();
    assertThat(filled(matter, 7)).isFalse();
  }

  @Test
  void what_cannot_be_read_is_no_answer_and_is_replaced() {
    stores.redis.set("matter:" + id, "}{");
    assertThat(shown("jhb")).isEmpty();
    assertThat(filled(matter, 7)).isTrue();
    stores.redis.set("matter:" + id, "{\"tenant\":\"jhb\",\"version\":1,\"view\":{\"id\":7}}");
    cards.outdate(stamp(2));
    assertThat(shown("jhb")).isEmpty();
    assertThat(filled(at(2), 7)).isTrue();
  }

  @Test
  void a_full_redis_shows_what_it_has_takes_it_away_and_is_no_failure() {
    filled(matter, 7);
    UUID other = UUID.randomUUID();
    config("maxmemory", "1");
    try {
      assertThat(shown("jhb")).contains(new Card<>(matter, 7));
      cards.outdate(stamp(2));
      assertThat(shown("jhb")).isEmpty();
      Slot<MatterView> seen = cards.look(other);
      assertThat(cards.fill(seen, "jhb", Matters.opened(other, "x"), 7)).isFalse();
    } finally {
      config("maxmemory", "0");
    }
    assertThat(filled(at(2), 8)).isTrue();
  }

  @Test
  void emptied_it_holds_nothing_and_what_was_looked_for_before_is_in_vain() {
    filled(matter, 7);
    UUID other = UUID.randomUUID();
    Slot<MatterView> seen = cards.look(other);
    cards.empty();
    assertThat(shown("jhb")).isEmpty();
    assertThat(cards.fill(seen, "jhb", Matters.opened(other, "x"), 7)).isFalse();
  }

  @Test
  void without_redis_everybody_is_told() {
    try (UnifiedJedis nobody = RedisConnections.open(URI.create("redis://127.0.0.1:1"), false)) {
      MatterCards lost = new MatterCards(nobody);
      assertThatThrownBy(() -> lost.look(id)).isInstanceOf(JedisException.class);
      assertThatThrownBy(() -> lost.outdate(stamp(2))).isInstanceOf(JedisException.class);
      assertThatThrownBy(() -> lost.forget(id)).isInstanceOf(JedisException.class);
    }
  }

  private boolean filled(MatterView view, long position) {
    return cards.fill(cards.look(id), "jhb", view, position);
  }

  private Optional<Card<MatterView>> shown(String tenant) {
    return cards.look(id).card(tenant);
  }

  private static void config(String parameter, String value) {
    try (Jedis server = new Jedis(TestParts.redis().url())) {
      server.configSet(parameter, value);
    }
  }

  private MatterView at(long version) {
    return Matters.at(matter, version);
  }

  private Stamp stamp(long version) {
    return Matters.stamp("jhb", id, version);
  }
}
