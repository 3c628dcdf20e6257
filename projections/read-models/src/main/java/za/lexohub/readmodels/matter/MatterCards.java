package za.lexohub.readmodels.matter;

import redis.clients.jedis.UnifiedJedis;
import za.lexohub.readmodels.redis.CardCache;

/** The cache {@code matter:<matterId>} in Redis. */
public final class MatterCards extends CardCache<MatterView> {

  public MatterCards(UnifiedJedis redis) {
    super(redis, "matter:", MatterView.class, MatterView::version);
  }
}
