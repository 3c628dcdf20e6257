package za.lexohub.eventstore;

import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** An append on its way, and what became of it. */
final class PendingAppend {

  final Append append;
  final Set<Object> claims;
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile @Nullable Throwable failure;
  private volatile @Nullable String refusal;

  PendingAppend(Append append) {
    this.append = append;
    this.claims = append.claims();
  }

  /** Stored, or refused by this constraint. */
  void answer(@Nullable String constraint) {
    refusal = constraint;
    done.countDown();
  }

  void fail(Throwable cause) {
    failure = cause;
    done.countDown();
  }

  void failUnlessAnswered(Throwable cause) {
    if (done.getCount() > 0) {
      fail(cause);
    }
  }

  CountDownLatch done() {
    return done;
  }

  @Nullable Throwable failure() {
    return failure;
  }

  @Nullable String refusal() {
    return refusal;
  }
}
