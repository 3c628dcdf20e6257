package za.lexohub.projectors.operations;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The state of all groups, at most some seconds old: for those who ask without end. */
final class RecentStates {

  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(3);

  private final Supplier<List<GroupState>> source;
  private @Nullable Map<String, GroupState> known;
  private long readAt;

  RecentStates(Supplier<List<GroupState>> source) {
    this.source = source;
  }

  /** By group. Fails when the source does. */
  synchronized Map<String, GroupState> all() {
    if (known == null || System.nanoTime() - readAt > FRESH_NANOS) {
      known =
          source.get().stream().collect(Collectors.toMap(GroupState::group, Function.identity()));
      readAt = System.nanoTime();
    }
    return Objects.requireNonNull(known);
  }
}
