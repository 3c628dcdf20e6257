package za.lexohub.query.access;

import static za.lexohub.readmodels.position.ReadModelGroups.INVOICES;
import static za.lexohub.readmodels.position.ReadModelGroups.MATTERS;
import static za.lexohub.readmodels.position.ReadModelGroups.MATTER_GRANTS;
import static za.lexohub.readmodels.position.ReadModelGroups.PRO_FORMAS;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import za.lexohub.query.Answer;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.Consistency;
import za.lexohub.query.NotYetConsistent;
import za.lexohub.query.ProjectionParked;
import za.lexohub.readmodels.access.GrantedInvoice;
import za.lexohub.readmodels.access.GrantedMatter;
import za.lexohub.readmodels.access.GrantedProForma;
import za.lexohub.readmodels.access.GrantedViews;
import za.lexohub.readmodels.access.MatterGrant;
import za.lexohub.readmodels.invoice.InvoiceSort;
import za.lexohub.readmodels.matter.MatterSort;
import za.lexohub.readmodels.paging.Cursor;
import za.lexohub.readmodels.paging.Page;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.proforma.ProFormaSort;

/**
 * Answers an attorney with a login, from the grants and the list in question. What is not granted
 * is not there: every method answers as if the rest did not exist, and throws {@link
 * NotYetConsistent} when the answer would be older than asked for and {@link ProjectionParked} when
 * events of what is asked for could not be applied.
 */
public final class GrantedQueries {

  private final GrantedViews views;
  private final AppliedWait applied;

  public GrantedQueries(GrantedViews views, AppliedWait applied) {
    this.views = views;
    this.applied = applied;
  }

  /** For the advocate: who may see a matter. */
  public Answer<List<MatterGrant>> grants(String tenant, UUID matterId, Consistency consistency) {
    long position = applied.await(MATTER_GRANTS, consistency);
    applied.refuseParked(MATTER_GRANTS, matterId);
    return new Answer<>(views.grants(tenant, matterId), position);
  }

  public Optional<Answer<GrantedMatter>> matter(
      String tenant, String attorney, UUID id, Consistency consistency) {
    long position = applied.await(consistency, MATTER_GRANTS, MATTERS);
    Optional<GrantedMatter> found = views.matter(tenant, attorney, id);
    refuseParked(MATTERS, tenant, attorney, id, found.isPresent(), () -> Optional.of(id));
    return found.map(it -> granted(it, it.id(), position));
  }

  public Answer<Page<GrantedMatter>> matters(
      String tenant,
      String attorney,
      Sort<MatterSort> sort,
      int limit,
      @Nullable Cursor after,
      Consistency consistency) {
    long position = applied.await(consistency, MATTER_GRANTS, MATTERS);
    return new Answer<>(views.matters(tenant, attorney, sort, limit, after), position);
  }

  public Optional<Answer<GrantedProForma>> proForma(
      String tenant, String attorney, UUID id, Consistency consistency) {
    long position = applied.await(consistency, MATTER_GRANTS, PRO_FORMAS);
    Optional<GrantedProForma> found = views.proForma(tenant, attorney, id);
    refuseParked(
        PRO_FORMAS,
        tenant,
        attorney,
        id,
        found.isPresent(),
        () -> views.matterOfProForma(tenant, id));
    return found.map(it -> granted(it, it.matterId(), position));
  }

  /**
   * @param matterId only of this matter, when given
   */
  public Answer<Page<GrantedProForma>> proFormas(
      String tenant,
      String attorney,
      @Nullable UUID matterId,
      Sort<ProFormaSort> sort,
      int limit,
      @Nullable Cursor after,
      Consistency consistency) {
    long position = applied.await(consistency, MATTER_GRANTS, PRO_FORMAS);
    return new Answer<>(views.proFormas(tenant, attorney, matterId, sort, limit, after), position);
  }

  public Optional<Answer<GrantedInvoice>> invoice(
      String tenant, String attorney, UUID id, Consistency consistency) {
    long position = applied.await(consistency, MATTER_GRANTS, INVOICES);
    Optional<GrantedInvoice> found = views.invoice(tenant, attorney, id);
    refuseParked(
        INVOICES, tenant, attorney, id, found.isPresent(), () -> views.matterOfInvoice(tenant, id));
    return found.map(it -> granted(it, it.matterId(), position));
  }

  /**
   * @param matterId only of this matter, when given
   */
  public Answer<Page<GrantedInvoice>> invoices(
      String tenant,
      String attorney,
      @Nullable UUID matterId,
      Sort<InvoiceSort> sort,
      int limit,
      @Nullable Cursor after,
      Consistency consistency) {
    long position = applied.await(consistency, MATTER_GRANTS, INVOICES);
    return new Answer<>(views.invoices(tenant, attorney, matterId, sort, limit, after), position);
  }

  /**
   * The matters that an attorney may see.
   *
   * @return empty when there are more than {@code most}
   */
  public Optional<Set<UUID>> grantedTo(
      String tenant, String attorney, int most, Consistency consistency) {
    long before = applied.beginnings(MATTER_GRANTS);
    applied.await(MATTER_GRANTS, consistency);
    Set<UUID> matters = views.grantedTo(tenant, attorney, most + 1);
    applied.requireStillWhole(MATTER_GRANTS, before);
    return matters.size() > most ? Optional.empty() : Optional.of(matters);
  }

  /** Whether it was this version of the matter that gave the attorney the access they have. */
  public boolean isGrantedAt(
      String tenant, String attorney, UUID matterId, long version, Consistency consistency) {
    applied.await(consistency, MATTER_GRANTS, MATTERS);
    Optional<Long> granted = views.grantedAt(tenant, attorney, matterId);
    if (granted.isEmpty()) {
      return false;
    }
    applied.refuseParked(MATTER_GRANTS, matterId);
    applied.refuseParked(MATTERS, matterId);
    return granted.get() == version;
  }

  /** The matter that a pro forma is of; empty when it is of none yet, or is not there. */
  public Optional<UUID> matterOfProForma(String tenant, UUID id, Consistency consistency) {
    applied.await(PRO_FORMAS, consistency);
    return views.matterOfProForma(tenant, id);
  }

  /** The matter that an invoice is of; empty when it is of none, or is not there. */
  public Optional<UUID> matterOfInvoice(String tenant, UUID id, Consistency consistency) {
    applied.await(INVOICES, consistency);
    return views.matterOfInvoice(tenant, id);
  }

  /** Only who has a grant is told so; for others it is not there, whatever became of it. */
  private void refuseParked(
      String group,
      String tenant,
      String attorney,
      UUID id,
      boolean isShown,
      Supplier<Optional<UUID>> matter) {
    if (isShown
        || applied.isParked(group, id)
            && matter.get().flatMap(it -> views.grantedAt(tenant, attorney, it)).isPresent()) {
      applied.refuseParked(group, id);
    }
  }

  /** Unless what was last said about access to the matter could not be applied. */
  private <T> Answer<T> granted(T found, UUID matterId, long position) {
    applied.refuseParked(MATTER_GRANTS, matterId);
    return new Answer<>(found, position);
  }
}
