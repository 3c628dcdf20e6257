package za.lexohub.sessions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one node remembers of wrong secrets. */
final class LocalLockOuts implements LockOuts {

  private static final int NAMES_REMEMBERED = 100_000;

  private record Tries(List<Instant> failures, @Nullable Instant lockedUntil) {}

  private final LockOutProperties limits;
  private final Clock clock;
  private final Cache<String, Tries> tries;

  LocalLockOuts(LockOutProperties limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
    this.tries =
        Caffeine.newBuilder()
            .maximumSize(NAMES_REMEMBERED)
            .expireAfterWrite(limits.within().plus(limits.locked()))
            .build();
  }

  @Override
  public Optional<Duration> lockedFor(String name) {
    Tries made = tries.getIfPresent(name);
    if (made == null || made.lockedUntil() == null) {
      return Optional.empty();
    }
    Duration left = Duration.between(clock.instant(), made.lockedUntil());
    return left.isPositive() ? Optional.of(left) : Optional.empty();
  }

  @Override
  public void failed(String name) {
    Instant now = clock.instant();
    tries
        .asMap()
        .compute(
            name,
            (same, made) -> {
              List<Instant> failures =
                  Stream.concat(
                          made == null ? Stream.of() : made.failures().stream(), Stream.of(now))
                      .filter(each -> each.isAfter(now.minus(limits.within())))
                      .toList();
              return failures.size() >= limits.failures()
                  ? new Tries(List.of(), now.plus(limits.locked()))
                  : new Tries(failures, made == null ? null : made.lockedUntil());
            });
  }

  @Override
  public void succeeded(String name) {
    tries
        .asMap()
        .computeIfPresent(
            name,
            (same, made) ->
                made.lockedUntil() == null ? null : new Tries(List.of(), made.lockedUntil()));
  }
}
