package za.lexohub.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;

/**
 * What the log says of one tenant: every event as it is stored, what each of them changed, and what
 * a thing was at any position. Read from the log alone, so it is never behind and needs no read
 * model. Another tenant's events do not exist here.
 */
public interface AuditTrail {

  /**
   * The events that pass the filter, by position. A page may be short, or empty, and yet not be the
   * last: then few events pass, and the next page looks on from where this one has come to.
   *
   * @param after the {@code next} of the page before; 0 for the first page
   * @param limit the most events of a page; one of large events is shorter
   */
  EventPage events(TenantId tenant, EventFilter filter, long after, int limit);

  /**
   * One event, as a line of an export without its line break: what a proof is checked against.
   * Empty when the tenant has no such event.
   */
  Optional<String> event(TenantId tenant, UUID eventId);

  /** All events that pass the filter, up to now, to be written while they are read. */
  Export export(TenantId tenant, EventFilter filter);

  /**
   * What happened to one aggregate, oldest first. Empty when the tenant has none of this id.
   *
   * @param after the sequence of the last event of the page before; -1 for the first page
   */
  Optional<HistoryPage> history(TenantId tenant, String aggregateId, long after, int limit);

  /**
   * What a thing was when the log had come so far. Empty when it was not there yet.
   *
   * @throws NotYetHappened when the log has not come so far
   */
  Optional<AsOf> asOf(TenantId tenant, Kind kind, UUID id, Moment moment);

  /**
   * The position that a moment means: the last one whose event counts; 0 when none does.
   *
   * @throws NotYetHappened when the log has not come so far
   */
  long position(Moment moment);

  /**
   * What every thing of a kind was after the event of this position, one after another: each is
   * folded by itself, and only few stand in memory. In no order that means anything.
   *
   * @throws IOException when the visitor takes no more
   */
  void everyAsOf(TenantId tenant, Kind kind, long position, StateVisitor visitor)
      throws IOException;

  /** Takes things as they were. */
  @FunctionalInterface
  interface StateVisitor {

    /**
     * @param state the fields and forms of the live read
     */
    void visit(Map<String, @Nullable Object> state) throws IOException;
  }

  /** What can be read as it was. */
  enum Kind {
    MATTER("Matter"),
    PRO_FORMA("ProForma"),
    INVOICE("Invoice");

    private final String aggregateType;

    Kind(String aggregateType) {
      this.aggregateType = aggregateType;
    }

    /** As the log names it. */
    public String aggregateType() {
      return aggregateType;
    }
  }

  /** A place in the log: its first so many events. */
  sealed interface Moment {

    /** After the event of this position, from 1. */
    record Position(long position) implements Moment {}

    /** After all that was recorded up to this instant, by the clock of the log. */
    record At(Instant instant) implements Moment {}
  }

  /**
   * A thing as it was.
   *
   * @param position the last event that may have counted, of whatever aggregate
   * @param state the fields and forms of the live read
   */
  record AsOf(long position, Map<String, @Nullable Object> state) {}

  /**
   * Which events are meant. What is absent or empty does not narrow.
   *
   * @param types logical names
   * @param actor the id of who acted
   * @param from recorded at this instant or later
   * @param to recorded before this instant
   * @param fromPosition this position or later
   * @param toPosition this position or earlier
   */
  record EventFilter(
      @Nullable String aggregateType,
      @Nullable String aggregateId,
      Set<String> types,
      @Nullable String actor,
      @Nullable String correlationId,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Long fromPosition,
      @Nullable Long toPosition) {

    public EventFilter {
      types = Set.copyOf(types);
    }

    public static EventFilter none() {
      return ofAggregate(null);
    }

    public static EventFilter ofAggregate(@Nullable String aggregateId) {
      return new EventFilter(null, aggregateId, Set.of(), null, null, null, null, null, null);
    }
  }

  /**
   * @param next the {@code after} of the next page; absent on the last one
   */
  record EventPage(List<LoggedEvent> entries, @Nullable Long next) {
    public EventPage {
      entries = List.copyOf(entries);
    }
  }

  /**
   * An event as it is stored, every field that its leaf hash covers.
   *
   * @param occurredAt with six digits of a second, like {@code recordedAt}
   * @param payload the stored text; personal data in it is sealed
   * @param metadata the stored text
   * @param leafHash hex
   * @param provenance what the metadata says, read
   */
  record LoggedEvent(
      long position,
      UUID eventId,
      String aggregateType,
      String aggregateId,
      long sequence,
      String type,
      String revision,
      String tenant,
      String occurredAt,
      String recordedAt,
      String payload,
      String metadata,
      String leafHash,
      Provenance provenance) {}

  /**
   * Who did it, why, by what and from where, as far as it was recorded.
   *
   * @param actorType {@code ADVOCATE}, {@code CLERK}, {@code ATTORNEY}, {@code PUBLIC_TOKEN},
   *     {@code SYSTEM} or {@code MIGRATION}
   * @param actor the subject of the caller's token, or the name of the process that acted
   * @param reason as the actor gave it
   * @param correlationId shared by everything that one request from outside has led to
   * @param causationId of the command or event that led directly to it
   * @param clientNetwork shortened, so that it names no person
   * @param traceparent W3C trace context of the request
   */
  record Provenance(
      @Nullable String actorType,
      @Nullable String actor,
      @Nullable String reason,
      @Nullable String correlationId,
      @Nullable String causationId,
      @Nullable String clientNetwork,
      @Nullable String traceparent) {}

  /**
   * @param next the {@code after} of the next page; absent on the last one
   */
  record HistoryPage(String aggregateType, List<Happening> entries, @Nullable Long next) {
    public HistoryPage {
      entries = List.copyOf(entries);
    }
  }

  /**
   * One event of an aggregate's life, and what it changed.
   *
   * @param erased personal data of this event can no longer be opened
   * @param data the payload with its personal data opened; {@code {"erased": true}} where the key
   *     was destroyed
   * @param changes of what the live read shows, between the event before and this one
   */
  record Happening(
      long position,
      UUID eventId,
      long sequence,
      String type,
      String revision,
      String occurredAt,
      String recordedAt,
      Provenance provenance,
      boolean erased,
      Map<String, @Nullable Object> data,
      List<Change> changes) {
    public Happening {
      changes = List.copyOf(changes);
    }
  }

  /**
   * One field before and after.
   *
   * @param path JSON Pointer (RFC 6901)
   * @param from null when there was nothing
   * @param to null when there is nothing any more
   */
  record Change(String path, @Nullable Object from, @Nullable Object to) {}

  /** Events on their way out as NDJSON: a header, a line an event, and a trailer that counts. */
  interface Export {

    /**
     * Returns when everything is written. Without its trailer an export is incomplete.
     *
     * @throws IOException when {@code out} takes no more
     * @throws Busy when this node writes as many exports as it may; nothing is written then
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Others are exporting. */
  final class Busy extends RuntimeException {
    public Busy() {
      super("as many exports as this node writes at a time are being written");
    }
  }

  /** The log has not come so far. */
  final class NotYetHappened extends RuntimeException {
    public NotYetHappened(String message) {
      super(message);
    }
  }
}
