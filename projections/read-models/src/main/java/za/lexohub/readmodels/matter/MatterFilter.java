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
 * @param bar {@code JOHANNESBURG} or {@code CAPE_TOWN}
 * @param firm a part of the attorney's firm, in any case
 * @param urgent only urgent ones, only others, or both when absent
 * @param deadline the next court date or the expected completion, whichever is first; a matter
 *     without one is in no bounded range
 * @param estimate of all fees, in cents before VAT; a matter without one is in no bounded range
 */
public record MatterFilter(
    Set<String> status,
    @Nullable Boolean archived,
    @Nullable String matterType,
    @Nullable String text,
    Range<LocalDate> openedOn,
    @Nullable String bar,
    @Nullable String firm,
    @Nullable Boolean urgent,
    Range<LocalDate> deadline,
    Range<Long> estimate) {

  public MatterFilter {
    status = Set.copyOf(status);
  }

  /** By what a matter itself says; whatever was agreed on it. */
  public MatterFilter(
      Set<String> status,
      @Nullable Boolean archived,
      @Nullable String matterType,
      @Nullable String text,
      Range<LocalDate> openedOn) {
    this(status, archived, matterType, text, openedOn, null, null, null, Range.all(), Range.all());
  }

  public static MatterFilter all() {
    return new MatterFilter(Set.of(), null, null, null, Range.all());
  }
}
