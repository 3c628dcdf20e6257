package za.lexohub.api.live;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.api.input.StrictJson;
import za.lexohub.query.live.EndReason;
import za.lexohub.query.live.LiveStream;
import za.lexohub.query.live.LiveStream.Step;

/** Writes a stream of changes as server-sent events, until one side ends it. */
final class EventStream {
  private static final Logger log = LoggerFactory.getLogger(EventStream.class);
  private static final JsonMapper JSON = StrictJson.mapper();
  private static final String COME_BACK_AFTER_MILLIS = "2000";

  private final OutputStream out;
  private final long heartbeatNanos;
  private final long deadline;
  private final BooleanSupplier allowed;
  private long nextLook;

  /**
   * @param out of a response that has {@link #begin begun}
   * @param validity when it is over, the stream ends
   * @param allowed asked with each heartbeat: once it says no, the stream ends
   */
  EventStream(OutputStream out, Duration heartbeat, Duration validity, BooleanSupplier allowed) {
    this.out = out;
    this.allowed = allowed;
    this.nextLook = System.nanoTime() + heartbeat.toNanos();
    this.heartbeatNanos = heartbeat.toNanos();
    this.deadline = System.nanoTime() + validity.toNanos();
  }

  /** Commits the response and says hello. */
  static void begin(HttpServletResponse response, LiveStream stream) throws IOException {
    response.setContentType("text/event-stream;charset=UTF-8");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    // For proxies that would keep it until it is whole.
    response.setHeader("X-Accel-Buffering", "no");
    write(
        response.getOutputStream(),
        "retry: " + COME_BACK_AFTER_MILLIS + "\n" + hello(stream.start()));
  }

  /** Tells what happens, until one side ends it. */
  void send(LiveStream stream) {
    try {
      EndReason reason = tell(stream);
      // A browser comes back by itself with the last id it has, which would be too old for ever.
      String goOn = reason == EndReason.RESUME_TOO_OLD ? id(stream.head()) : "";
      write(out, goOn + event("bye", "{\"reason\":\"" + reason.code() + "\"}"));
    } catch (IOException gone) {
      log.debug("A client left its stream", gone);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private EndReason tell(LiveStream stream) throws IOException, InterruptedException {
    while (true) {
      long valid = deadline - System.nanoTime();
      if (valid <= 0 || !isAllowed()) {
        stream.end(EndReason.TOKEN_EXPIRED);
      }
      switch (stream.next(Math.min(heartbeatNanos, valid))) {
        case Step.Changed changed -> {
          String data = JSON.writeValueAsString(ChangeData.of(changed.change()));
          write(out, id(changed.change().position()) + event("change", data));
        }
        case Step.Quiet quiet -> write(out, ": nothing new\n" + id(quiet.position()) + "\n");
        case Step.Ended ended -> {
          return ended.reason();
        }
      }
    }
  }

  /** A busy stream asks no more often than a quiet one. */
  private boolean isAllowed() {
    long now = System.nanoTime();
    if (now - nextLook < 0) {
      return true;
    }
    nextLook = now + heartbeatNanos;
    return allowed.getAsBoolean();
  }

  private static String hello(long position) {
    return id(position) + event("hello", "{\"position\":" + position + "}");
  }

  /** With an empty line after it, a client remembers it without being told anything. */
  private static String id(long position) {
    return "id: " + position + "\n";
  }

  private static String event(String name, String data) {
    return "event: " + name + "\ndata: " + data + "\n\n";
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
