package za.lexohub.audit.history;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import za.lexohub.audit.AuditTrail;
import za.lexohub.audit.LogProofs;
import za.lexohub.audit.asof.Fold;
import za.lexohub.audit.asof.Folding;
import za.lexohub.audit.asof.Opening;
import za.lexohub.audit.log.AggregateReader;
import za.lexohub.audit.log.EventExport;
import za.lexohub.audit.log.EventLine;
import za.lexohub.audit.log.LogQuery;
import za.lexohub.audit.log.LogReader;
import za.lexohub.audit.log.LogRow;
import za.lexohub.messages.TenantId;

/** The trail as the log keeps it. */
public final class LoggedTrail implements AuditTrail {

  /** A filter that few events pass may look through the whole log; then a page ends on its way. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Others shall still get a connection between the pages of these. */
  private static final int EXPORTS = 2;

  /** Aggregates that are read at once. */
  private static final int TOGETHER = 200;

  private final LogReader log;
  private final Folding folding;
  private final LogProofs proofs;
  private final String origin;
  private final Duration patience;
  private final Semaphore exporting = new Semaphore(EXPORTS);

  /**
   * @param origin the name under which the log is sealed
   */
  public LoggedTrail(LogReader log, Folding folding, LogProofs proofs, String origin) {
    this(log, folding, proofs, origin, PATIENCE);
  }

  LoggedTrail(LogReader log, Folding folding, LogProofs proofs, String origin, Duration patience) {
    this.log = log;
    this.folding = folding;
    this.proofs = proofs;
    this.origin = origin;
    this.patience = patience;
  }

  @Override
  public EventPage events(TenantId tenant, EventFilter filter, long after, int limit) {
    LogQuery query = query(tenant, filter, log.head());
    LogReader.Page page = log.page(query.after(Math.max(query.after(), after)), limit, patience);
    return new EventPage(
        page.rows().stream().map(Metadata::event).toList(),
        page.last() ? null : (Long) page.reached());
  }

  @Override
  public Optional<String> event(TenantId tenant, UUID eventId) {
    return log.find(tenant.value(), eventId).map(EventLine::of);
  }

  @Override
  public Export export(TenantId tenant, EventFilter filter) {
    // The head first: whatever the checkpoint covers then is in the log.
    long size = proofs.latest().map(LogProofs.SignedCheckpoint::size).orElse(0L);
    LogQuery query = query(tenant, filter, log.head());
    return out -> write(tenant, filter, query, size, out);
  }

  private void write(
      TenantId tenant, EventFilter filter, LogQuery query, long checkpointSize, OutputStream out)
      throws IOException {
    if (!exporting.tryAcquire()) {
      throw new Busy();
    }
    try {
      EventExport export = new EventExport(out, origin, scope(tenant, filter), checkpointSize);
      log.forEach(query, export::add);
      export.end();
    } finally {
      exporting.release();
    }
  }

  /** Says of a part that it is one, so that nobody takes its gaps for losses. */
  private static Map<String, Object> scope(TenantId tenant, EventFilter filter) {
    Map<String, Object> scope = EventExport.scope(tenant.value(), filter.aggregateId());
    Map<String, Object> filters = new LinkedHashMap<>();
    put(filters, "aggregateType", filter.aggregateType());
    put(filters, "type", filter.types().isEmpty() ? null : new TreeSet<>(filter.types()));
    put(filters, "actor", filter.actor());
    put(filters, "correlationId", filter.correlationId());
    put(filters, "from", filter.from() == null ? null : filter.from().toString());
    put(filters, "to", filter.to() == null ? null : filter.to().toString());
    put(filters, "fromPosition", filter.fromPosition());
    put(filters, "toPosition", filter.toPosition());
    if (!filters.isEmpty()) {
      scope.put("filters", filters);
    }
    return scope;
  }

  private static void put(Map<String, Object> filters, String name, @Nullable Object value) {
    if (value != null) {
      filters.put(name, value);
    }
  }

  private LogQuery query(TenantId tenant, EventFilter filter, long head) {
    long after = 0;
    long through = head;
    if (filter.from() != null) {
      after = log.positionAt(filter.from().minusNanos(1));
    }
    if (filter.fromPosition() != null) {
      after = Math.max(after, filter.fromPosition() - 1);
    }
    if (filter.to() != null) {
      through = Math.min(through, log.positionAt(filter.to().minusNanos(1)));
    }
    if (filter.toPosition() != null) {
      through = Math.min(through, filter.toPosition());
    }
    return new LogQuery(
        tenant.value(),
        filter.aggregateType(),
        filter.aggregateId(),
        filter.types(),
        filter.actor(),
        filter.correlationId(),
        after,
        through);
  }

  @Override
  public Optional<HistoryPage> history(TenantId tenant, String aggregateId, long after, int limit) {
    Life life = new Life(folding, after, limit);
    LogQuery rest = LogQuery.of(tenant.value(), aggregateId, log.head());
    // What came before the page is folded too, for the first difference of the page.
    while (true) {
      LogReader.Page page = log.page(rest, 500);
      for (LogRow row : page.rows()) {
        if (life.isFull()) {
          return life.page(true);
        }
        life.add(row);
      }
      if (page.last()) {
        return life.page(false);
      }
      rest = rest.after(page.reached());
    }
  }

  @Override
  public Optional<AsOf> asOf(TenantId tenant, Kind kind, UUID id, Moment moment) {
    long position = position(moment);
    List<Fold> folds = new ArrayList<>(1);
    forEach(
        LogQuery.of(tenant.value(), id.toString(), position),
        row -> {
          if (row.aggregateType().equals(kind.aggregateType())) {
            if (folds.isEmpty()) {
              folds.add(folding.begin(row.aggregateType()));
            }
            folding.apply(folds.getFirst(), row);
          }
        });
    return folds.stream().findFirst().map(fold -> new AsOf(position, fold.state()));
  }

  @Override
  public void everyAsOf(TenantId tenant, Kind kind, long position, StateVisitor visitor)
      throws IOException {
    AggregateReader aggregates = new AggregateReader(log);
    long after = 0;
    boolean last = false;
    while (!last) {
      AggregateReader.Begun begun =
          aggregates.begun(tenant.value(), kind.aggregateType(), after, position, TOGETHER);
      Lives lives = new Lives(folding, visitor);
      aggregates.forEach(begun.aggregates(), position, lives);
      lives.end();
      last = begun.last();
      after = begun.reached();
    }
  }

  @Override
  public long position(Moment moment) {
    return switch (moment) {
      case Moment.Position asked -> {
        long head = log.head();
        if (asked.position() > head) {
          throw new NotYetHappened(
              "The log ends at position %d; there is no %d yet.".formatted(head, asked.position()));
        }
        yield asked.position();
      }
      case Moment.At asked -> {
        Instant now = log.now();
        if (asked.instant().isAfter(now)) {
          throw new NotYetHappened("It is %s now; nobody knows yet.".formatted(now));
        }
        yield log.positionAt(asked.instant());
      }
    };
  }

  private void forEach(LogQuery query, LogReader.Visitor visitor) {
    try {
      log.forEach(query, visitor);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** One aggregate's events as they are told, one after another. */
  private static final class Life {
    private final Folding folding;
    private final long after;
    private final int limit;
    private final List<Happening> told = new ArrayList<>();
    private @Nullable Fold fold;
    private String aggregateType = "";

    Life(Folding folding, long after, int limit) {
      this.folding = folding;
      this.after = after;
      this.limit = limit;
    }

    boolean isFull() {
      return told.size() == limit;
    }

    void add(LogRow row) {
      Fold now = fold == null ? folding.begin(row.aggregateType()) : fold;
      fold = now;
      aggregateType = row.aggregateType();
      boolean isTold = row.sequence() > after;
      Map<String, @Nullable Object> before = isTold ? now.state() : Map.of();
      Opening.Opened payload = folding.apply(now, row);
      if (isTold) {
        told.add(
            new Happening(
                row.position(),
                row.eventId(),
                row.sequence(),
                row.type(),
                row.revision(),
                EventLine.instant(row.occurredAt()),
                EventLine.instant(row.recordedAt()),
                Metadata.of(row),
                payload.erased(),
                payload.data(),
                Difference.between(before, now.state())));
      }
    }

    Optional<HistoryPage> page(boolean more) {
      return fold == null
          ? Optional.empty()
          : Optional.of(
              new HistoryPage(aggregateType, told, more ? (Long) told.getLast().sequence() : null));
    }
  }
}
