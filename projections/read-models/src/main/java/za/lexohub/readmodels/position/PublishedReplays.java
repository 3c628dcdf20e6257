package za.lexohub.readmodels.position;

import java.util.Collection;
import java.util.function.Supplier;

/** Replays as nodes tell each other of them, beside their positions. */
public final class PublishedReplays implements Replays {

  private final PublishedPositions published;
  private final Supplier<AppliedPositions> positions;

  /** The supplier is first asked when a question comes, after everything is wired. */
  public PublishedReplays(PublishedPositions published, Supplier<AppliedPositions> positions) {
    this.published = published;
    this.positions = positions;
  }

  @Override
  public void begin(String group) {
    published.replay(group, positions.get().recordedThrough());
  }

  @Override
  public boolean isAnyRunning(Collection<String> groups) {
    return published.replays().entrySet().stream()
        .filter(replay -> groups.contains(replay.getKey()))
        .anyMatch(replay -> positions.get().appliedThrough(replay.getKey()) < replay.getValue());
  }
}
