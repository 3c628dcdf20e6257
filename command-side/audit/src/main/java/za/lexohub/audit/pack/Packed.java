package za.lexohub.audit.pack;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.audit.log.LogRow;

/** What a pack has to remember of the events that it has written: little, however many they are. */
final class Packed {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * A paper, or a document that a person added, which an event has recorded.
   *
   * @param sha256 hex, as recorded
   */
  record Paper(String key, @Nullable String sha256, long position, String eventId) {}

  private long[] positions = new long[1024];
  private int count;

  /** The type names and revisions that were met, in the order of their names. */
  private final Map<String, LogRow> kinds = new TreeMap<>();

  private final Map<String, Paper> papers = new LinkedHashMap<>();

  /** Uploads that were not seen to arrive yet, by their attachment. */
  private final Map<String, Paper> announced = new HashMap<>();

  void add(LogRow row) {
    if (count == positions.length) {
      positions = Arrays.copyOf(positions, count * 2);
    }
    positions[count++] = row.position();
    kinds.putIfAbsent(row.type() + "." + row.revision(), row);
    if (row.type().endsWith("PdfStored") || row.type().equals("MatterStatementStored")) {
      Paper paper = paper(row, JSON.readTree(row.payload()));
      papers.put(paper.key(), paper);
    } else if (row.type().equals("AttachmentAnnounced")) {
      announced.put(row.aggregateId(), paper(row, JSON.readTree(row.payload())));
    } else if (row.type().equals("AttachmentStored")) {
      Paper uploaded = announced.remove(row.aggregateId());
      if (uploaded != null) {
        papers.put(uploaded.key(), uploaded);
      }
    }
  }

  private static Paper paper(LogRow row, JsonNode recorded) {
    return new Paper(
        recorded.path("key").asString(),
        recorded.path("sha256").asString(null),
        row.position(),
        row.eventId().toString());
  }

  Map<String, LogRow> kinds() {
    return kinds;
  }

  Iterable<Paper> papers() {
    return papers.values();
  }

  Iterable<Long> positions() {
    return () ->
        new Iterator<>() {
          private int next;

          @Override
          public boolean hasNext() {
            return next < count;
          }

          @Override
          public Long next() {
            if (!hasNext()) {
              throw new NoSuchElementException();
            }
            return positions[next++];
          }
        };
  }
}
