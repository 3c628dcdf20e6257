package za.lexohub.messages.processing;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Whether the events of a batch are being applied as one: without a savepoint for each, so that the
 * first that fails for good takes the whole attempt back, and parks nothing. The batch is then
 * applied one event after the other.
 */
public final class AsOne {

  private static final String MARK = AsOne.class.getName();

  public static void begin(UnitOfWork<?> batch) {
    batch.resources().put(MARK, true);
  }

  public static void end(UnitOfWork<?> batch) {
    batch.resources().remove(MARK);
  }

  /** Whether the current unit of work is such an attempt. */
  public static boolean isTried() {
    return CurrentUnitOfWork.isStarted() && CurrentUnitOfWork.get().resources().containsKey(MARK);
  }

  private AsOne() {}

  /** The attempt has failed: nothing may be decided by it. */
  public static final class Failed extends RuntimeException {

    public Failed(Throwable cause) {
      super("the batch cannot be applied as one: " + cause.getMessage(), cause);
    }
  }
}
