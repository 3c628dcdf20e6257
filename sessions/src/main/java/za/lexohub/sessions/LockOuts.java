package za.lexohub.sessions;

import java.time.Duration;
import java.util.Optional;

/**
 * Who tried a wrong secret too often: 5 failures in 15 minutes lock a name for 30 minutes ({@code
 * domain.md} 11). While Redis is away each node counts by itself.
 */
public interface LockOuts {

  /** How much longer the name is locked; empty when it is not. */
  Optional<Duration> lockedFor(String name);

  /** Counts a wrong secret. Names that nobody has are counted like all others. */
  void failed(String name);

  /** Forgets the failures of a name; a lock stays. */
  void succeeded(String name);
}
