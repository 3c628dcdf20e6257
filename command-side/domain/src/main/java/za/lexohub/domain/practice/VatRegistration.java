package za.lexohub.domain.practice;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Since when a practice is a vendor, and until when: each day on which it became one or ceased to
 * be. Not registered before the first of them.
 */
public final class VatRegistration {
  static final VatRegistration NONE = new VatRegistration(new TreeMap<>());

  private final TreeMap<LocalDate, Boolean> turns;

  private VatRegistration(TreeMap<LocalDate, Boolean> turns) {
    this.turns = turns;
  }

  /** A vendor from that day on; never one when it is absent. */
  static VatRegistration from(@Nullable LocalDate day) {
    return day == null ? NONE : NONE.turned(day, true);
  }

  /** The same, but for what is said of that day and those up to the next turn. */
  VatRegistration turned(LocalDate day, boolean registered) {
    TreeMap<LocalDate, Boolean> more = new TreeMap<>(turns);
    more.put(day, registered);
    return new VatRegistration(more);
  }

  /** Whether exactly this was said of that day. */
  boolean says(LocalDate day, boolean registered) {
    return Boolean.valueOf(registered).equals(turns.get(day));
  }

  /** Whether the practice is a vendor on any day. */
  boolean isEver() {
    return turns.containsValue(true);
  }

  public boolean on(LocalDate day) {
    Map.Entry<LocalDate, Boolean> last = turns.floorEntry(day);
    return last != null && last.getValue();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VatRegistration that && turns.equals(that.turns);
  }

  @Override
  public int hashCode() {
    return turns.hashCode();
  }

  @Override
  public String toString() {
    return turns.toString();
  }
}
