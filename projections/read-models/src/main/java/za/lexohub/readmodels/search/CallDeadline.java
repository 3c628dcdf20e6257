package za.lexohub.readmodels.search;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.async.AsyncExecChainHandler;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncDataConsumer;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.jspecify.annotations.Nullable;

/**
 * Gives up a call that has not come to its end in time, and its connection with it. The client's
 * own timeouts run anew with every byte, so a store that sends one a second would hold its callers,
 * and all connections, for as long as it likes.
 */
final class CallDeadline implements AsyncExecChainHandler {

  private static final ScheduledThreadPoolExecutor TIMER =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("search-store-deadline").factory());

  static {
    TIMER.setRemoveOnCancelPolicy(true);
  }

  private final Duration limit;

  CallDeadline(Duration limit) {
    this.limit = limit;
  }

  @Override
  public void execute(
      HttpRequest request,
      AsyncEntityProducer body,
      AsyncExecChain.Scope scope,
      AsyncExecChain chain,
      AsyncExecCallback callback)
      throws HttpException, IOException {
    Ending ending = new Ending(callback);
    Future<?> timer =
        TIMER.schedule(
            () -> {
              ending.failed(new InterruptedIOException("no end of the answer after " + limit));
              scope.cancellableDependency.cancel();
            },
            limit.toMillis(),
            TimeUnit.MILLISECONDS);
    ending.whenOver(() -> timer.cancel(false));
    chain.proceed(request, body, scope, ending);
  }

  /** Comes once, whoever brings it about. */
  private static final class Ending implements AsyncExecCallback {

    private final AsyncExecCallback callback;
    private final CompletableFuture<Boolean> over = new CompletableFuture<>();

    Ending(AsyncExecCallback callback) {
      this.callback = callback;
    }

    void whenOver(Runnable action) {
      over.thenRun(action);
    }

    @Override
    public @Nullable AsyncDataConsumer handleResponse(
        HttpResponse response, @Nullable EntityDetails details) throws HttpException, IOException {
      return callback.handleResponse(response, details);
    }

    @Override
    public void handleInformationResponse(HttpResponse response) throws HttpException, IOException {
      callback.handleInformationResponse(response);
    }

    @Override
    public void completed() {
      if (over.complete(true)) {
        callback.completed();
      }
    }

    @Override
    public void failed(Exception cause) {
      if (over.complete(false)) {
        callback.failed(cause);
      }
    }
  }
}
