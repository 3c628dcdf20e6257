package za.lexohub.api.command;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import za.lexohub.api.problem.Causes;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.ledger.CommandLedger;
import za.lexohub.messages.ledger.CommandOutcome;

/**
 * The one way of every command from HTTP: a key that was used is answered from the ledger, a new
 * one is dispatched once at a time, and the answer is made from what the ledger then holds, so that
 * the first answer and every repeat of it are equal.
 */
public final class CommandEndpoint {
  public static final String CONSISTENCY_TOKEN = "Consistency-Token";
  static final String REPLAYED = "Idempotency-Replayed";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CommandGateway gateway;
  private final CommandLedger ledger;
  private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

  public CommandEndpoint(CommandGateway gateway, CommandLedger ledger) {
    this.gateway = gateway;
    this.ledger = ledger;
  }

  /** Whether an answer of this endpoint tells of something that was done before. */
  public static boolean isReplayed(ResponseEntity<?> answer) {
    return answer.getHeaders().containsHeader(REPLAYED);
  }

  /**
   * @throws Refusal when the key is in flight or was used for something else, or a precondition is
   *     missing
   */
  public ResponseEntity<CommandAnswer> handle(CommandRequest request, Ask ask) {
    if (ask.precondition() == Ask.Precondition.VERSION && request.ifMatch().isEmpty()) {
      throw Refusal.of(
          ProblemCode.PRECONDITION_REQUIRED, "Send the ETag of what you have read as If-Match.");
    }
    String flight = ask.actor().tenant() + "\n" + request.key();
    if (!inFlight.add(flight)) {
      throw Refusal.later(
          ProblemCode.REQUEST_IN_FLIGHT,
          "A request with this Idempotency-Key is being worked on.",
          Duration.ofSeconds(1));
    }
    try {
      return once(request, ask);
    } finally {
      inFlight.remove(flight);
    }
  }

  private ResponseEntity<CommandAnswer> once(CommandRequest request, Ask ask) {
    String hash = request.hash(ask.target());
    Optional<CommandOutcome> known = ledger.find(ask.actor().tenant(), request.key());
    if (known.isPresent()) {
      return answer(ask, same(known.get(), hash), true);
    }
    TenantCommand command = build(ask);
    try {
      dispatch(command, metadata(request, ask, hash));
    } catch (RuntimeException refused) {
      if (!Causes.mayFollowItsOwnSuccess(refused)) {
        throw refused;
      }
      // The first attempt, here before its answer or on another node, may have succeeded since the
      // ledger was asked; what refused this one is then what the first has done.
      CommandOutcome first =
          ledger.find(ask.actor().tenant(), request.key()).orElseThrow(() -> refused);
      return answer(ask, same(first, hash), true);
    }
    CommandOutcome outcome =
        ledger
            .find(ask.actor().tenant(), request.key())
            .orElseGet(
                () ->
                    ledger.recordWithoutEvents(
                        ask.actor().tenant(), request.key(), hash, ask.target()));
    return answer(ask, same(outcome, hash), false);
  }

  /** Messages check their own shape; what they refuse is the caller's input, not our fault. */
  private static TenantCommand build(Ask ask) {
    try {
      return ask.command().get();
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException wrong) {
      throw Refusal.of(ProblemCode.INVALID_INPUT, String.valueOf(wrong.getMessage()));
    }
  }

  private void dispatch(TenantCommand command, Map<String, String> metadata) {
    try {
      gateway
          .send(GenericCommandMessage.asCommandMessage(command).withMetaData(metadata))
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      throw unwrapped(failed);
    } catch (TimeoutException slow) {
      throw Refusal.later(
          ProblemCode.UNAVAILABLE,
          "It takes too long. Repeat it with the same Idempotency-Key to learn how it ended.",
          Duration.ofSeconds(5));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw Refusal.later(
          ProblemCode.UNAVAILABLE, "This node is going down.", Duration.ofSeconds(1));
    }
  }

  private static RuntimeException unwrapped(ExecutionException failed) {
    return failed.getCause() instanceof RuntimeException runtime
        ? runtime
        : new IllegalStateException(failed.getCause());
  }

  private static CommandOutcome same(CommandOutcome outcome, String hash) {
    if (!outcome.requestHash().equals(hash)) {
      throw Refusal.of(
          ProblemCode.IDEMPOTENCY_KEY_REUSED,
          "Another request, or another body, came with this key. Use a fresh one.");
    }
    return outcome;
  }

  private static Map<String, String> metadata(CommandRequest request, Ask ask, String hash) {
    Map<String, String> metadata = new HashMap<>();
    metadata.put(MetadataKeys.TENANT, ask.actor().tenant().value());
    metadata.put(MetadataKeys.ACTOR_TYPE, ask.actor().type().name());
    metadata.put(MetadataKeys.ACTOR_ID, ask.actor().id());
    metadata.put(MetadataKeys.CORRELATION_ID, request.trace().correlationId());
    metadata.put(MetadataKeys.TRACEPARENT, request.trace().traceparent());
    metadata.put(MetadataKeys.CLIENT_NETWORK, request.clientNetwork());
    metadata.put(MetadataKeys.IDEMPOTENCY_KEY, request.key());
    metadata.put(MetadataKeys.REQUEST_HASH, hash);
    metadata.put(MetadataKeys.TARGET, ask.target());
    putIfGiven(metadata, MetadataKeys.REASON, request.reason());
    request
        .ifMatch()
        .ifPresent(version -> metadata.put(MetadataKeys.EXPECTED_VERSION, Long.toString(version)));
    return metadata;
  }

  private static void putIfGiven(Map<String, String> metadata, String key, @Nullable String value) {
    if (value != null) {
      metadata.put(key, value);
    }
  }

  private static ResponseEntity<CommandAnswer> answer(
      Ask ask, CommandOutcome outcome, boolean replayed) {
    CommandAnswer plain =
        new CommandAnswer(outcome.aggregateId(), outcome.version(), null, null, null);
    ResponseEntity.BodyBuilder builder =
        ResponseEntity.status(ask.location() == null ? HttpStatus.OK : HttpStatus.CREATED)
            .header(HttpHeaders.ETAG, VersionTag.of(outcome.version()))
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .header(CONSISTENCY_TOKEN, Long.toString(outcome.position()));
    if (ask.location() != null) {
      builder.header(HttpHeaders.LOCATION, ask.location());
    }
    if (replayed) {
      builder.header(REPLAYED, "true");
    }
    return builder.body(ask.answer().apply(plain, outcome));
  }
}
