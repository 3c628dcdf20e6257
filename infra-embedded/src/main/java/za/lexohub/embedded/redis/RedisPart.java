package za.lexohub.embedded.redis;

import java.util.Map;
import za.lexohub.embedded.part.Part;

/** A Redis server that writes an append-only file. */
public interface RedisPart extends Part {

  /** Where clients connect, as {@code redis://host:port}. */
  String url();

  @Override
  default String address() {
    return url();
  }

  @Override
  default Map<String, String> properties() {
    return Map.of("lexohub.redis.url", url());
  }
}
