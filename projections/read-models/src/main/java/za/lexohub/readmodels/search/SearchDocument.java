package za.lexohub.readmodels.search;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A search document, put together from changes that may arrive twice, late, or in any order.
 *
 * <p>Every field is a register that remembers the sequence of the event that set it and refuses an
 * older one. Merging is therefore commutative, associative and idempotent: the same set of events
 * leads to the same document. A version on the whole document would not do, because events are
 * partial: refusing a late event altogether would lose the fields that only it has.
 */
final class SearchDocument {

  private final SearchIndex index;
  private final Map<String, Object> source;

  private SearchDocument(SearchIndex index, Map<String, Object> source) {
    this.index = index;
    this.source = source;
  }

  /** The document as it is stored, or one that nothing is known of. */
  static SearchDocument of(SearchIndex index, @Nullable Map<String, Object> stored) {
    return new SearchDocument(index, stored == null ? new HashMap<>() : normal(stored));
  }

  /** JSON readers give an Integer for a small number; here every number is a Long. */
  private static Map<String, Object> normal(Map<?, ?> stored) {
    Map<String, Object> normal = new HashMap<>();
    stored.forEach(
        (key, value) ->
            normal.put(
                (String) key,
                switch (value) {
                  case Map<?, ?> inner -> normal(inner);
                  case Number number -> number.longValue();
                  default -> value;
                }));
    return normal;
  }

  /** Takes a change in; a repeated or outdated one changes nothing. */
  void merge(DocumentChange change) {
    Object tenant = source.get(SearchField.ADVOCATE_ID.key());
    if (tenant != null && !tenant.equals(change.tenant())) {
      throw new IllegalArgumentException(
          "document " + change.id() + " of " + index.alias() + " belongs to another tenant");
    }
    source.put(SearchField.ID.key(), change.id());
    source.put(SearchField.ADVOCATE_ID.key(), change.tenant());
    if (!change.lasting()) {
      raise(SearchField.VERSION, change.sequence() + 1);
    }
    raise(SearchField.LAST_POSITION, change.position());

    Map<String, Object> registers = registers();
    change.values().forEach((field, value) -> set(registers, change.sequence(), field, value));
    source.put(SearchField.REGISTERS.key(), registers);
    index.derive(source);
  }

  Map<String, Object> source() {
    return Map.copyOf(source);
  }

  private void set(
      Map<String, Object> registers, long sequence, SearchField field, Optional<Object> value) {
    if (number(registers.get(field.key())) > sequence) {
      return;
    }
    registers.put(field.key(), sequence);
    value.ifPresentOrElse(set -> source.put(field.key(), set), () -> source.remove(field.key()));
  }

  private void raise(SearchField field, long value) {
    source.put(field.key(), Math.max(value, number(source.get(field.key()))));
  }

  private Map<String, Object> registers() {
    Map<String, Object> registers = new HashMap<>();
    if (source.get(SearchField.REGISTERS.key()) instanceof Map<?, ?> stored) {
      stored.forEach((field, sequence) -> registers.put((String) field, number(sequence)));
    }
    return registers;
  }

  private static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : -1;
  }
}
