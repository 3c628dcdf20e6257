package za.lexohub.readmodels.invoice;

import redis.clients.jedis.UnifiedJedis;
import za.lexohub.readmodels.redis.CardCache;

/** The cache {@code invoice:<invoiceId>} in Redis. */
public final class InvoiceCards extends CardCache<InvoiceView> {

  public InvoiceCards(UnifiedJedis redis) {
    super(redis, "invoice:", InvoiceView.class, InvoiceView::version);
  }
}
