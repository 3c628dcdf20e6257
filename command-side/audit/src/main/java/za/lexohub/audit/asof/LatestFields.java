package za.lexohub.audit.asof;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The last value of each field that an aggregate's events have named, like a number sequence's. */
final class LatestFields implements Fold {

  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  @Override
  public void apply(Step step) {
    fields.putAll(step.data());
    fields.put("version", step.version());
    fields.put("updatedAt", Shown.micros(step.at()));
  }

  @Override
  public Map<String, @Nullable Object> state() {
    return new LinkedHashMap<>(fields);
  }
}
