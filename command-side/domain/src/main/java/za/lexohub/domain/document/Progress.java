package za.lexohub.domain.document;

import java.util.HashMap;
import java.util.Map;

/**
 * How far each piece of work has come that a worker does outside: asked for, then done or given up.
 * Done is final. What was given up may be asked for again, and a late success still counts.
 *
 * @param <K> names the piece of work
 */
public final class Progress<K> {
  private enum Stage {
    REQUESTED,
    DONE,
    GIVEN_UP
  }

  private final Map<K, Stage> stages = new HashMap<>();

  public boolean isDone(K work) {
    return stages.get(work) == Stage.DONE;
  }

  /** Whether a result reported now is news: it was asked for and is not done yet. */
  public boolean awaits(K work) {
    return stages.containsKey(work) && !isDone(work);
  }

  /** Whether giving up is news: nothing has come of the last request. */
  public boolean isOpen(K work) {
    return stages.get(work) == Stage.REQUESTED;
  }

  public void requested(K work) {
    stages.put(work, Stage.REQUESTED);
  }

  public void done(K work) {
    stages.put(work, Stage.DONE);
  }

  public void givenUp(K work) {
    stages.put(work, Stage.GIVEN_UP);
  }
}
