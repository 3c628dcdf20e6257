package za.lexohub.query.claims;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import za.lexohub.query.Answer;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.Consistency;
import za.lexohub.query.NotYetConsistent;
import za.lexohub.query.ProjectionParked;
import za.lexohub.readmodels.claims.ClaimSort;
import za.lexohub.readmodels.claims.ClaimViews;
import za.lexohub.readmodels.claims.CreditNoteFilter;
import za.lexohub.readmodels.claims.CreditNoteView;
import za.lexohub.readmodels.claims.DisputeFilter;
import za.lexohub.readmodels.claims.DisputeView;
import za.lexohub.readmodels.claims.ReceiptFilter;
import za.lexohub.readmodels.claims.ReceiptView;
import za.lexohub.readmodels.paging.Cursor;
import za.lexohub.readmodels.paging.Page;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.position.ReadModelGroups;

/**
 * Answers from the {@code claims} read model. Each question throws {@link NotYetConsistent} when
 * the answer would be older than asked for; one for a single thing answers empty when this tenant
 * has none, and throws {@link ProjectionParked} when its events could not be applied; one for a
 * list takes a limit of 1 to 500 and throws {@link Cursor.Foreign} for another list's cursor.
 */
public final class ClaimQueries {

  private final ClaimViews views;
  private final AppliedWait applied;

  public ClaimQueries(ClaimViews views, AppliedWait applied) {
    this.views = views;
    this.applied = applied;
  }

  public Optional<Answer<CreditNoteView>> creditNote(
      String tenant, UUID id, Consistency consistency) {
    return one(id, consistency, () -> views.creditNote(tenant, id));
  }

  public Optional<Answer<DisputeView>> dispute(String tenant, UUID id, Consistency consistency) {
    return one(id, consistency, () -> views.dispute(tenant, id));
  }

  public Optional<Answer<ReceiptView>> receipt(String tenant, UUID id, Consistency consistency) {
    return one(id, consistency, () -> views.receipt(tenant, id));
  }

  private <T> Optional<Answer<T>> one(
      UUID id, Consistency consistency, Supplier<Optional<T>> found) {
    long position = applied.await(ReadModelGroups.CLAIMS, consistency);
    applied.refuseParked(ReadModelGroups.CLAIMS, id);
    return found.get().map(view -> new Answer<>(view, position));
  }

  public Answer<Page<CreditNoteView>> creditNotes(
      String tenant,
      CreditNoteFilter filter,
      Sort<ClaimSort> sort,
      int limit,
      @Nullable Cursor after,
      Consistency consistency) {
    long position = applied.await(ReadModelGroups.CLAIMS, consistency);
    return new Answer<>(views.creditNotes(tenant, filter, sort, limit, after), position);
  }

  public Answer<Page<DisputeView>> disputes(
      String tenant,
      DisputeFilter filter,
      Sort<ClaimSort> sort,
      int limit,
      @Nullable Cursor after,
      Consistency consistency) {
    long position = applied.await(ReadModelGroups.CLAIMS, consistency);
    return new Answer<>(views.disputes(tenant, filter, sort, limit, after), position);
  }

  public Answer<Page<ReceiptView>> receipts(
      String tenant,
      ReceiptFilter filter,
      Sort<ClaimSort> sort,
      int limit,
      @Nullable Cursor after,
      Consistency consistency) {
    long position = applied.await(ReadModelGroups.CLAIMS, consistency);
    return new Answer<>(views.receipts(tenant, filter, sort, limit, after), position);
  }
}
