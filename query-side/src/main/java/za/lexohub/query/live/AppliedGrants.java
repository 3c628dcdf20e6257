package za.lexohub.query.live;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import za.lexohub.query.Consistency;
import za.lexohub.query.access.GrantedQueries;
import za.lexohub.readmodels.live.Change;

/**
 * Asks an attorney's own reads. Which matter a change is of is asked once for all streams of the
 * node: every attorney's stream of a practice wants to know it at the same moment.
 */
final class AppliedGrants implements GrantedReads {

  /** A client that presents so many matters is rare; its stream asks for each change. */
  static final int MOST_MATTERS = 5_000;

  private static final int REMEMBERED = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final GrantedQueries granted;

  /** By position. A future, because others wait without holding a carrier thread. */
  private final AsyncCache<Long, Optional<UUID>> matters =
      Caffeine.newBuilder().maximumSize(REMEMBERED).buildAsync();

  AppliedGrants(GrantedQueries granted) {
    this.granted = granted;
  }

  @Override
  public Optional<Set<UUID>> matters(String attorney, Change change) {
    return granted.grantedTo(change.tenant(), attorney, MOST_MATTERS, applied(change));
  }

  @Override
  public Optional<UUID> matterOf(Change change) {
    CompletableFuture<Optional<UUID>> asked = new CompletableFuture<>();
    CompletableFuture<Optional<UUID>> known = matters.asMap().putIfAbsent(change.position(), asked);
    if (known != null) {
      return answered(known);
    }
    try {
      asked.complete(read(change));
    } catch (RuntimeException | Error e) {
      asked.completeExceptionally(e);
    }
    return answered(asked);
  }

  private static Optional<UUID> answered(CompletableFuture<Optional<UUID>> asked) {
    try {
      return asked.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private Optional<UUID> read(Change change) {
    String tenant = change.tenant();
    return switch (change.aggregateType()) {
      case "Matter" -> Optional.of(id(change));
      case "ProForma" -> granted.matterOfProForma(tenant, id(change), applied(change));
      case "Invoice" -> granted.matterOfInvoice(tenant, id(change), applied(change));
      default -> Optional.empty();
    };
  }

  @Override
  public boolean show(String attorney, Change change) {
    String tenant = change.tenant();
    return switch (change.aggregateType()) {
      case "Matter" -> granted.matter(tenant, attorney, id(change), applied(change)).isPresent();
      case "ProForma" ->
          granted.proForma(tenant, attorney, id(change), applied(change)).isPresent();
      case "Invoice" -> granted.invoice(tenant, attorney, id(change), applied(change)).isPresent();
      default -> false;
    };
  }

  @Override
  public boolean isGrantOf(String attorney, Change change) {
    return granted.isGrantedAt(
        change.tenant(), attorney, id(change), change.version(), applied(change));
  }

  private static UUID id(Change change) {
    return UUID.fromString(change.aggregateId());
  }

  private static Consistency applied(Change change) {
    return Consistency.through(change.position(), PATIENCE);
  }
}
