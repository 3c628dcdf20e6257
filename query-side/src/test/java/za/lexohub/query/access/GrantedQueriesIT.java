package za.lexohub.query.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.Consistency;
import za.lexohub.query.KnownPositions;
import za.lexohub.query.ProjectionParked;
import za.lexohub.query.TestStores;
import za.lexohub.readmodels.access.GrantedViews;
import za.lexohub.readmodels.access.MatterGrantRows;
import za.lexohub.readmodels.row.Stamp;

/** What is parked concerns those who have a grant, and nobody else. */
class GrantedQueriesIT {

  private static final String TENANT = "jhb";
  private static final String NALEDI = "naledi";
  private static TestStores stores;

  private final UUID id = UUID.randomUUID();
  private final KnownPositions positions = new KnownPositions();
  private final MatterGrantRows grants = new MatterGrantRows(stores.scope);
  private final GrantedQueries queries =
      new GrantedQueries(new GrantedViews(stores.scope), new AppliedWait(positions));

  @BeforeAll
  static void open() {
    stores = TestStores.open();
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  @Test
  void what_is_parked_is_not_there_for_whoever_has_no_grant() {
    positions.parked.add("matters/" + id);
    positions.parked.add("pro-formas/" + id);
    positions.parked.add("invoices/" + id);
    grants.granted(stamp(1), NALEDI, "VIEW");

    assertThat(queries.matter(TENANT, "sipho", id, Consistency.NONE)).isEmpty();
    assertThat(queries.proForma(TENANT, "sipho", id, Consistency.NONE)).isEmpty();
    assertThat(queries.invoice(TENANT, "sipho", id, Consistency.NONE)).isEmpty();
    assertThatThrownBy(() -> queries.matter(TENANT, NALEDI, id, Consistency.NONE))
        .isInstanceOf(ProjectionParked.class);

    grants.revoked(stamp(2), NALEDI);
    assertThat(queries.matter(TENANT, NALEDI, id, Consistency.NONE)).isEmpty();
  }

  @Test
  void a_grant_is_known_with_the_version_that_gave_it() {
    String attorney = "attorney-" + id;
    grants.granted(stamp(3), attorney, "VIEW");

    assertThat(queries.grantedTo(TENANT, attorney, 1, Consistency.NONE)).contains(Set.of(id));
    assertThat(queries.grantedTo(TENANT, attorney, 0, Consistency.NONE)).isEmpty();
    assertThat(queries.isGrantedAt(TENANT, attorney, id, 3, Consistency.NONE)).isTrue();
    assertThat(queries.isGrantedAt(TENANT, attorney, id, 4, Consistency.NONE)).isFalse();
    assertThat(queries.isGrantedAt(TENANT, "sipho", id, 3, Consistency.NONE)).isFalse();

    grants.revoked(stamp(4), attorney);
    assertThat(queries.grantedTo(TENANT, attorney, 1, Consistency.NONE)).contains(Set.of());
    assertThat(queries.isGrantedAt(TENANT, attorney, id, 4, Consistency.NONE)).isFalse();
  }

  private Stamp stamp(long version) {
    return new Stamp(TENANT, id, version, Instant.EPOCH);
  }
}
