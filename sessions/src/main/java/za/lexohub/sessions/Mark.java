package za.lexohub.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Redis knows of a session: that it ended and how, or that it was active when the table was
 * last asked.
 *
 * @param endsAt when its lifetime is over
 * @param seenAt when somebody last asked under it, late by up to a minute
 * @param checkedAt when the table last said so
 */
record Mark(Standing standing, Instant endsAt, Instant seenAt, Instant checkedAt) {

  static Mark ended(Standing how) {
    return new Mark(how, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);
  }

  /** As far as can be said without the table. */
  Standing standingAt(Instant now, Duration idle) {
    if (standing != Standing.ACTIVE) {
      return standing;
    }
    if (!now.isBefore(endsAt)) {
      return Standing.EXPIRED;
    }
    return now.isBefore(seenAt.plus(idle)) ? Standing.ACTIVE : Standing.IDLE;
  }

  /** Empty for what another release may have written. */
  static Optional<Mark> parse(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    String[] words = text.split(" ");
    try {
      Standing standing = Standing.valueOf(words[0]);
      if (standing != Standing.ACTIVE) {
        return Optional.of(ended(standing));
      }
      return words.length < 4
          ? Optional.empty()
          : Optional.of(new Mark(standing, time(words[1]), time(words[2]), time(words[3])));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private static Instant time(String millis) {
    return Instant.ofEpochMilli(Long.parseLong(millis));
  }

  @Override
  public String toString() {
    return standing == Standing.ACTIVE
        ? "ACTIVE %d %d %d"
            .formatted(endsAt.toEpochMilli(), seenAt.toEpochMilli(), checkedAt.toEpochMilli())
        : standing.name();
  }
}
