package za.lexohub.domain.tenancy;

import java.util.concurrent.Callable;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.VersionConflict;

/**
 * The one gate in front of every aggregate: another tenant's command finds nothing ({@link
 * NotFound}), and a command that expects a version before the last change is refused ({@link
 * VersionConflict}).
 *
 * <p>Who decides over several aggregates in one unit of work takes their locks in this order, so
 * that no two of them wait for each other: number sequence, pro forma, agreement, scope amendment,
 * credit note, dispute, receipt (what traces a payment before where it came from), retainer, trust
 * account, invoice, matter, personal file.
 */
public final class Admission {

  /** For an aggregate's own handlers, before they decide. */
  public static void admit(
      TenantOwned aggregate, TenantCommand command, @Nullable String expectedVersion) {
    admit(
        aggregate,
        command.tenant(),
        expectedVersion,
        AggregateLifecycle.getVersion(),
        aggregate.getClass());
  }

  /** The tenant's aggregate, locked for this unit of work. */
  public static <T extends TenantOwned> Aggregate<T> load(
      Repository<T> repository, Class<T> type, Object id, TenantId tenant) {
    return load(repository, type, id, tenant, null);
  }

  /** The tenant's aggregate in the expected version, locked for this unit of work. */
  public static <T extends TenantOwned> Aggregate<T> load(
      Repository<T> repository,
      Class<T> type,
      Object id,
      TenantId tenant,
      @Nullable String expectedVersion) {
    Aggregate<T> aggregate;
    try {
      aggregate = repository.load(id.toString());
    } catch (AggregateNotFoundException e) {
      throw new NotFound(named(type));
    }
    admitted(aggregate, type, tenant, expectedVersion);
    // Events of another kind of aggregate say nothing to this one.
    if (aggregate.invoke(TenantOwned::tenant) == null) {
      throw new NotFound(named(type));
    }
    return aggregate;
  }

  /** As {@link #load}, but an aggregate without a first event when there is none yet. */
  public static <T extends TenantOwned> Aggregate<T> loadOrCreate(
      Repository<T> repository,
      Class<T> type,
      Object id,
      Callable<T> unborn,
      TenantId tenant,
      @Nullable String expectedVersion) {
    Aggregate<T> aggregate;
    try {
      aggregate = repository.loadOrCreate(id.toString(), unborn);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return admitted(aggregate, type, tenant, expectedVersion);
  }

  private static <T extends TenantOwned> Aggregate<T> admitted(
      Aggregate<T> aggregate, Class<T> type, TenantId tenant, @Nullable String expectedVersion) {
    // What a cache keeps under the id may be of another kind.
    if (!aggregate.rootType().equals(type)) {
      throw new NotFound(named(type));
    }
    aggregate.execute(owned -> admit(owned, tenant, expectedVersion, aggregate.version(), type));
    return aggregate;
  }

  private static void admit(
      TenantOwned aggregate,
      TenantId tenant,
      @Nullable String expectedVersion,
      @Nullable Long sequenceNumber,
      Class<?> type) {
    TenantId owner = aggregate.tenant();
    if (owner != null && !owner.equals(tenant)) {
      throw new NotFound(named(type));
    }
    if (expectedVersion != null) {
      long expected = Long.parseLong(expectedVersion);
      // Whoever has read a version of it has read something else: it has not begun.
      if (owner == null && expected > 0) {
        throw new NotFound(named(type));
      }
      long actual = sequenceNumber == null ? 0 : sequenceNumber + 1;
      if (expected < aggregate.decidableFrom(actual) || expected > actual) {
        throw new VersionConflict(expected, actual);
      }
    }
  }

  private static String named(Class<?> type) {
    return type.getSimpleName();
  }

  private Admission() {}
}
