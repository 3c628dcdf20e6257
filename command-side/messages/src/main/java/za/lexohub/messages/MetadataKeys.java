package za.lexohub.messages;

/**
 * The metadata that travels with every command and is copied to the events it leads to. Values are
 * strings. {@link #IDEMPOTENCY_KEY}, {@link #REQUEST_HASH}, {@link #TARGET} and {@link
 * #EXPECTED_VERSION} direct the append and are not stored with the event.
 */
public final class MetadataKeys {

  /** The {@link TenantId} whose books are changed. Compulsory on every event. */
  public static final String TENANT = "tenant";

  /** One of {@link ActorType}. */
  public static final String ACTOR_TYPE = "actorType";

  /** The subject of the caller's token, the id of a public link's party, or a saga's name. */
  public static final String ACTOR_ID = "actorId";

  /** Why the actor did it, as {@code X-Actor-Reason} said it; holds no personal data. */
  public static final String REASON = "reason";

  /** One id for everything that one request from outside has led to. */
  public static final String CORRELATION_ID = "correlationId";

  /** The id of the message (command or event) that led directly to this one. */
  public static final String CAUSATION_ID = "causationId";

  /** W3C trace context of the request, so that a replay links to the original trace. */
  public static final String TRACEPARENT = "traceparent";

  /** The caller's network, shortened (/24 or /48) so that it names no person. */
  public static final String CLIENT_NETWORK = "clientNetwork";

  /** The caller's {@code Idempotency-Key}; unique per tenant. */
  public static final String IDEMPOTENCY_KEY = "idempotencyKey";

  /** SHA-256, hex, over method, path and body of the request that brought the key. */
  public static final String REQUEST_HASH = "requestHash";

  /** The aggregate id whose new version is the answer to the request. */
  public static final String TARGET = "target";

  /** The version that the caller's {@code If-Match} names: the count of the aggregate's events. */
  public static final String EXPECTED_VERSION = "expectedVersion";

  private MetadataKeys() {}
}
