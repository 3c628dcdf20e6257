package za.lexohub.embedded.redis;

import za.lexohub.embedded.part.Part;

/** A Redis server that writes an append-only file. */
public interface RedisPart extends Part {

  /** Where clients connect, as {@code redis://host:port}. */
  String url();
}
