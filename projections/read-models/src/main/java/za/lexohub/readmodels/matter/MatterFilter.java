package za.lexohub.readmodels.matter;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.paging.Range;

/**
 * Which matters a list holds.
 *
 * @param status any of these; all when empty
 * @param archived only archived ones, only others, or both when absent
 * @param text in reference, title, client, attorney or firm, in any case
 */
public record MatterFilter(
    Set<String> status,
    @Nullable Boolean archived,
    @Nullable String matterType,
    @Nullable String text,
    Range<LocalDate> openedOn) {

  public MatterFilter {
    status = Set.copyOf(status);
  }

  public static MatterFilter all() {
    return new MatterFilter(Set.of(), null, null, null, Range.all());
  }
}
