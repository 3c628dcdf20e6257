package za.lexohub.projectors.card;

import za.lexohub.readmodels.position.AppliedPositions;

/** Every group has come as far as the test says. */
public record Applied(long position) implements AppliedPositions {

  @Override
  public long appliedThrough(String group) {
    return position;
  }

  @Override
  public long recordedThrough() {
    return position;
  }

  @Override
  public boolean isParked(String group, String sequenceId) {
    return false;
  }
}
