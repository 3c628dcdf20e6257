package za.lexohub.audit.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An export while it is written: header, events, and a trailer with their count and the SHA-256 of
 * every byte before it, so that a reader notices when the end is missing.
 */
public final class EventExport {

  private final OutputStream out;
  private final MessageDigest digest = sha256();
  private long events;
  private @Nullable Long first;
  private @Nullable Long last;

  /**
   * Writes the header.
   *
   * @param scope {@code {"log": true}}, or the tenant and perhaps more
   * @param checkpointSize of the newest checkpoint that is known; 0 when none is
   */
  public EventExport(OutputStream out, String origin, Map<String, ?> scope, long checkpointSize)
      throws IOException {
    this.out = out;
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("lexohub", "event-export");
    header.put("version", 1);
    header.put("origin", origin);
    header.put("scope", scope);
    header.put("checkpointSize", checkpointSize);
    line(EventLine.json(header));
  }

  public void add(LogRow row) throws IOException {
    line(EventLine.of(row));
    events++;
    first = first == null ? Long.valueOf(row.position()) : first;
    last = row.position();
  }

  /** Writes the trailer. */
  public void end() throws IOException {
    Map<String, @Nullable Object> trailer = new LinkedHashMap<>();
    trailer.put("events", events);
    trailer.put("firstPosition", first);
    trailer.put("lastPosition", last);
    trailer.put("sha256", HexFormat.of().formatHex(digest.digest()));
    out.write(bytes(EventLine.json(Map.of("trailer", trailer))));
    out.flush();
  }

  public long events() {
    return events;
  }

  public @Nullable Long first() {
    return first;
  }

  public @Nullable Long last() {
    return last;
  }

  /** The scope of a tenant, or of one of its aggregates. */
  public static Map<String, Object> scope(String tenant, @Nullable String aggregateId) {
    Map<String, Object> scope = new LinkedHashMap<>();
    scope.put("tenant", tenant);
    if (aggregateId != null) {
      scope.put("aggregateId", aggregateId);
    }
    return scope;
  }

  private void line(String text) throws IOException {
    byte[] bytes = bytes(text);
    digest.update(bytes);
    out.write(bytes);
  }

  private static byte[] bytes(String line) {
    return (line + "\n").getBytes(StandardCharsets.UTF_8);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
