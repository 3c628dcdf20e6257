package za.lexohub.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import za.lexohub.readmodels.live.Change;

/** What an attorney's stream asks, and what it does not ask again. */
class GrantedChangesTest {

  private static final String NALEDI = "naledi";
  private static final UUID HERS = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);

  private final Reads reads = new Reads();
  private long now;
  private long position;
  private final GrantedChanges stream = new GrantedChanges(reads, NALEDI, () -> now);

  @Test
  void of_what_is_not_granted_nothing_is_told_and_the_reads_are_not_asked() {
    reads.granted = Optional.of(Set.of(HERS));

    assertThat(isTold("PaymentRecorded", OTHER)).isFalse();
    assertThat(isTold("InvoicePaid", OTHER)).isFalse();
    assertThat(isTold("InvoicePaid", HERS)).isTrue();
    assertThat(reads.asked).containsExactly("matters", "show " + HERS);
  }

  @Test
  void without_any_grant_not_even_the_matter_is_asked_for() {
    assertThat(isTold("InvoicePaid", OTHER)).isFalse();
    assertThat(reads.located).isZero();
  }

  @Test
  void a_grant_counts_from_its_event_on() {
    assertThat(isTold("MatterPutOnHold", HERS)).isFalse();

    reads.granted = Optional.of(Set.of(HERS));
    reads.grantedBy.put(HERS, position + 1);
    assertThat(isTold("MatterAccessGranted", HERS)).isTrue();
    assertThat(isTold("MatterResumed", HERS)).isTrue();
  }

  @Test
  void what_is_taken_back_is_not_shown_even_before_its_event_has_come() {
    reads.granted = Optional.of(Set.of(HERS));
    assertThat(isTold("MatterPutOnHold", HERS)).isTrue();

    reads.granted = Optional.of(Set.of());
    assertThat(isTold("MatterResumed", HERS)).isFalse();
    assertThat(isTold("MatterAccessRevoked", HERS)).isFalse();
    reads.asked.clear();
    assertThat(isTold("MatterSettled", HERS)).isFalse();
    assertThat(reads.asked).as("forgotten with the event").containsExactly("matters");
  }

  @Test
  void nobody_is_told_that_another_attorney_was_let_in() {
    reads.granted = Optional.of(Set.of(HERS));
    reads.grantedBy.put(HERS, 0L);

    assertThat(isTold("MatterAccessGranted", HERS)).isFalse();
  }

  @Test
  void what_was_repaired_without_an_event_is_noticed_within_two_minutes() {
    assertThat(isTold("InvoicePaid", HERS)).isFalse();
    reads.granted = Optional.of(Set.of(HERS));
    assertThat(isTold("InvoicePaid", HERS)).isFalse();

    now += Duration.ofMinutes(2).toNanos();
    assertThat(isTold("InvoicePaid", HERS)).isTrue();
  }

  @Test
  void who_sees_too_many_matters_to_keep_is_told_what_the_reads_show() {
    reads.granted = Optional.empty();
    reads.shown = Set.of(HERS);

    assertThat(isTold("InvoicePaid", HERS)).isTrue();
    assertThat(isTold("InvoicePaid", OTHER)).isFalse();
  }

  private boolean isTold(String type, UUID matter) {
    position++;
    String aggregate = type.startsWith("Matter") ? "Matter" : "Invoice";
    Change change =
        new Change("thandi", position, type, aggregate, matter.toString(), position, Instant.EPOCH);
    stream.passed(change);
    return stream.mayKnow(change);
  }

  /** As a test says; an invoice has its matter's id. */
  private static final class Reads implements GrantedReads {
    private final List<String> asked = new ArrayList<>();
    private final Map<UUID, Long> grantedBy = new HashMap<>();
    private Optional<Set<UUID>> granted = Optional.of(Set.of());
    private Set<UUID> shown = Set.of();
    private int located;

    @Override
    public Optional<Set<UUID>> matters(String attorney, Change change) {
      asked.add("matters");
      return granted;
    }

    @Override
    public Optional<UUID> matterOf(Change change) {
      located++;
      return Optional.of(UUID.fromString(change.aggregateId()));
    }

    @Override
    public boolean show(String attorney, Change change) {
      UUID id = UUID.fromString(change.aggregateId());
      asked.add("show " + id);
      return granted.orElse(shown).contains(id);
    }

    @Override
    public boolean isGrantOf(String attorney, Change change) {
      return grantedBy.get(UUID.fromString(change.aggregateId())) == change.version();
    }
  }
}
