package za.lexohub.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.Consistency;
import za.lexohub.query.KnownPositions;
import za.lexohub.query.NotYetConsistent;

class FreshSearchTest {

  private static final Set<DocumentType> MATTERS = Set.of(DocumentType.MATTER);
  private static final String GROUP = DocumentType.MATTER.group();

  private final KnownPositions positions = new KnownPositions();
  private final FreshSearch fresh = new FreshSearch(new AppliedWait(positions));

  @BeforeEach
  void apply() {
    positions.everythingElse = 5;
  }

  @Test
  void who_brings_no_token_takes_the_index_as_it_is() {
    assertThat(refreshes(0)).isFalse();
  }

  @Test
  void an_index_is_refreshed_once_for_what_it_has_applied() {
    assertThat(refreshes(3)).isTrue();
    assertThat(refreshes(5)).isFalse();
    assertThat(refreshes(1)).isFalse();

    positions.everythingElse = 6;
    assertThat(refreshes(6)).isTrue();
  }

  @Test
  void an_index_that_was_filled_anew_is_refreshed_for_everybody_and_every_later_token_again() {
    positions.everythingElse = 9;
    assertThat(refreshes(9)).isTrue();

    positions.beginnings.put(GROUP, 1L);
    positions.everythingElse = 4;
    assertThat(refreshes(0)).isTrue();
    assertThat(refreshes(0)).isFalse();
    positions.everythingElse = 9;
    assertThat(refreshes(9)).isTrue();
  }

  @Test
  void a_question_that_failed_has_refreshed_nothing() {
    assertThatThrownBy(
            () ->
                fresh.indexes(
                    MATTERS,
                    known(5),
                    refresh -> {
                      throw new SearchUnavailable("away");
                    }))
        .isInstanceOf(SearchUnavailable.class);

    assertThat(refreshes(5)).isTrue();
  }

  @Test
  void what_began_anew_while_it_was_asked_is_no_answer() {
    assertThatThrownBy(
            () ->
                fresh.indexes(
                    MATTERS, known(5), refresh -> positions.beginnings.put(GROUP, 1L) == null))
        .isInstanceOf(NotYetConsistent.class);
    assertThatThrownBy(
            () ->
                fresh.tables(
                    MATTERS,
                    known(5),
                    () -> positions.beginnings.put(DocumentType.MATTER.tableGroup(), 1L) == null))
        .isInstanceOf(NotYetConsistent.class);
  }

  @Test
  void several_kinds_are_as_fresh_as_the_one_that_is_behind() {
    positions.applied.put(DocumentType.INVOICE.group(), 3L);
    Set<DocumentType> both = Set.of(DocumentType.MATTER, DocumentType.INVOICE);

    assertThat(fresh.indexes(both, known(2), refresh -> refresh).position()).isEqualTo(3);
    assertThatThrownBy(() -> fresh.indexes(both, known(4), refresh -> refresh))
        .isInstanceOf(NotYetConsistent.class);
  }

  private boolean refreshes(long token) {
    return fresh.indexes(MATTERS, known(token), refresh -> refresh).value();
  }

  private static Consistency known(long position) {
    return Consistency.through(position, Duration.ZERO);
  }
}
