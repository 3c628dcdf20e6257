package za.lexohub.readmodels.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one event of an aggregate says about its search document: the values of some fields.
 *
 * @param id the aggregate's id, which is the document's
 * @param tenant the advocate whose document it is
 * @param sequence the event's place in its aggregate, from 0; decides between two values of a field
 * @param position the event's place in the log, or -1 when it is not known
 * @param lasting no event of the aggregate itself, so it raises no version; its values stay,
 *     whatever comes after it
 * @param values an empty one takes the field out of the document
 */
public record DocumentChange(
    SearchIndex index,
    String id,
    String tenant,
    long sequence,
    long position,
    boolean lasting,
    Map<SearchField, Optional<Object>> values) {

  // Always three decimals, which is what the mapping's strict_date_time takes.
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  public DocumentChange {
    values = Map.copyOf(values);
  }

  /** A change that says nothing yet. */
  public static DocumentChange of(
      SearchIndex index, String id, String tenant, long sequence, long position) {
    return new DocumentChange(index, id, tenant, sequence, position, false, Map.of());
  }

  /** A change from outside the aggregate that no event of it may undo. */
  public static DocumentChange lasting(SearchIndex index, String id, String tenant, long position) {
    return new DocumentChange(index, id, tenant, Long.MAX_VALUE, position, true, Map.of());
  }

  /** This change, which also sets a field; {@code null} takes it out of the document. */
  public DocumentChange with(SearchField field, @Nullable Object value) {
    Map<SearchField, Optional<Object>> more = new EnumMap<>(SearchField.class);
    more.putAll(values);
    more.put(field, Optional.ofNullable(value).map(DocumentChange::plain));
    return new DocumentChange(index, id, tenant, sequence, position, lasting, more);
  }

  private static Object plain(Object value) {
    return switch (value) {
      case String text -> text;
      case Boolean flag -> flag;
      case Long number -> number;
      case Integer number -> number.longValue();
      case Enum<?> constant -> constant.name();
      case UUID uuid -> uuid.toString();
      case LocalDate date -> date.toString();
      case Instant instant -> INSTANT.format(instant);
      default ->
          throw new IllegalArgumentException("cannot be in a search document: " + value.getClass());
    };
  }
}
