package za.lexohub.eventstore;

import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Where appends of this node wait for the writer. Whoever finds nobody writing writes at once, in
 * his own thread, so that a lone caller waits for nobody; what has come meanwhile is written by the
 * writer's thread, as groups, so that nobody works for the others for long.
 *
 * <p>Nothing waits for ever: a call of the server ends by its own timeout, and an append that has
 * waited for longer than the patience is withdrawn. An interrupted caller withdraws too, unless its
 * append is under way already; then the outcome matters and is awaited.
 */
class AppendQueue implements AutoCloseable {

  private static final int GROUP_EVENTS = 1000;
  private static final long GROUP_BYTES = 4L << 20;

  /** More than this waiting, and the node would rather say so than fill its memory. */
  private static final long WAITING_BYTES = 128L << 20;

  private final GroupWriter writer;
  private final Runnable committed;
  private final Duration patience;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition change = lock.newCondition();
  private final Deque<PendingAppend> waiting = new ArrayDeque<>();
  private final Thread thread;
  private long waitingBytes;
  private boolean led;
  private boolean handedOver;
  private boolean closed;

  /**
   * @param committed told after each group, whatever has become of it; must return at once
   * @param patience how long an append may wait for its turn
   */
  AppendQueue(GroupWriter writer, Runnable committed, Duration patience) {
    this.writer = writer;
    this.committed = committed;
    this.patience = patience;
    thread = Thread.ofPlatform().daemon().name("append-writer").start(this::run);
  }

  /**
   * Appends, or waits until it has been done.
   *
   * @return null when it is stored, otherwise the constraint that stood against it
   * @throws EventStoreException when it failed otherwise; its cause tells whether that may pass
   */
  @Nullable String append(Append append) {
    PendingAppend mine = new PendingAppend(append);
    if (isFirst(mine)) {
      try {
        writeOneGroup();
      } finally {
        handOver();
      }
    }
    await(mine);
    Throwable failure = mine.failure();
    if (failure != null) {
      throw new EventStoreException("cannot append " + append, failure);
    }
    return mine.refusal();
  }

  /** How many wait, the group that is being written not among them. */
  int waiting() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  private boolean isFirst(PendingAppend mine) {
    lock.lock();
    try {
      if (closed) {
        throw passing("cannot append " + mine.append, "the node is shutting down");
      }
      if (waitingBytes + mine.append.bytes() > WAITING_BYTES) {
        throw passing("cannot append " + mine.append, "too many appends are waiting");
      }
      waiting.addLast(mine);
      waitingBytes += mine.append.bytes();
      if (led) {
        return false;
      }
      led = true;
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void await(PendingAppend mine) {
    boolean interrupted = false;
    try {
      boolean withdrawable = true;
      while (true) {
        try {
          if (!withdrawable) {
            mine.done().await();
            return;
          }
          if (mine.done().await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            return;
          }
          withdraw(mine, "it has waited for " + patience);
        } catch (InterruptedException e) {
          interrupted = true;
          withdraw(mine, "the caller was interrupted");
        }
        withdrawable = false;
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Unless it is under way. */
  private void withdraw(PendingAppend mine, String why) {
    lock.lock();
    try {
      if (waiting.remove(mine)) {
        waitingBytes -= mine.append.bytes();
        mine.fail(new SQLTransientException("not appended: " + why));
      }
    } finally {
      lock.unlock();
    }
  }

  private static EventStoreException passing(String message, String why) {
    return new EventStoreException(message, new SQLTransientException("not appended: " + why));
  }

  private void writeOneGroup() {
    List<PendingAppend> group = new ArrayList<>();
    List<PendingAppend> stoodBack = new ArrayList<>();
    try {
      lock.lock();
      try {
        take(group, stoodBack);
      } finally {
        lock.unlock();
      }
      if (group.isEmpty()) {
        return;
      }
      writer.write(group);
      committed.run();
      List<PendingAppend> again = GroupWriter.settle(group, stoodBack);
      if (!again.isEmpty()) {
        putBack(again);
      }
    } catch (Throwable e) {
      // Memory may be out; whoever was taken from the queue is told, and the next may fare better.
      group.forEach(one -> one.failUnlessAnswered(e));
      for (PendingAppend one : stoodBack) {
        withdraw(one, "the node is in trouble");
        one.failUnlessAnswered(e);
      }
    }
  }

  /** From the front, up to the bounds of a group; two that exclude each other never go together. */
  private void take(List<PendingAppend> group, List<PendingAppend> stoodBack) {
    Set<Object> claims = new HashSet<>();
    int events = 0;
    long bytes = 0;
    while (!waiting.isEmpty()) {
      PendingAppend next = waiting.getFirst();
      events += next.append.rows().size();
      bytes += next.append.bytes();
      if (!group.isEmpty() && (events > GROUP_EVENTS || bytes > GROUP_BYTES)) {
        return;
      }
      waiting.removeFirst();
      waitingBytes -= next.append.bytes();
      if (next.claims.stream().anyMatch(claims::contains)) {
        stoodBack.add(next);
      } else {
        group.add(next);
        claims.addAll(next.claims);
      }
    }
  }

  private void putBack(List<PendingAppend> again) {
    lock.lock();
    try {
      for (PendingAppend one : again.reversed()) {
        waiting.addFirst(one);
        waitingBytes += one.append.bytes();
      }
    } finally {
      lock.unlock();
    }
  }

  private void handOver() {
    lock.lock();
    try {
      if (waiting.isEmpty()) {
        led = false;
        if (closed) {
          // The writer's thread has nothing else to learn of it, and waking it costs as much as a
          // call.
          change.signalAll();
        }
      } else {
        handedOver = true;
        change.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    while (isHandedOver()) {
      do {
        writeOneGroup();
      } while (hasMore());
    }
  }

  /** False at the end, when everything has been written. */
  private boolean isHandedOver() {
    lock.lock();
    try {
      while (!handedOver) {
        if (closed && !led) {
          return false;
        }
        change.awaitUninterruptibly();
      }
      handedOver = false;
      return true;
    } finally {
      lock.unlock();
    }
  }

  private boolean hasMore() {
    lock.lock();
    try {
      led = !waiting.isEmpty();
      return led;
    } finally {
      lock.unlock();
    }
  }

  /** Takes no more, and waits until what it has taken is written. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      change.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      thread.join(patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
