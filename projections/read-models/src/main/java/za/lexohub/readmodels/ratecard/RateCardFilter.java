package za.lexohub.readmodels.ratecard;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rate cards a list holds.
 *
 * @param category any of these; all when empty
 * @param matterType those for matters of this type, and those for all
 * @param retired both when absent
 */
public record RateCardFilter(
    Set<String> category, @Nullable String matterType, @Nullable Boolean retired) {

  public RateCardFilter {
    category = Set.copyOf(category);
  }
}
