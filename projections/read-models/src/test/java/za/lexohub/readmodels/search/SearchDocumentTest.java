package za.lexohub.readmodels.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SearchDocumentTest {

  private static final List<DocumentChange> LIFE =
      List.of(
          invoice(0)
              .with(SearchField.TITLE, "Dlamini v Botha")
              .with(SearchField.TOTAL_CENTS, 3_162_500)
              .with(SearchField.BALANCE_CENTS, 3_162_500)
              .with(SearchField.DUE_DATE, LocalDate.of(2024, 10, 31))
              .with(SearchField.LIFECYCLE, "DRAFT"),
          invoice(1).with(SearchField.TITLE, "Dlamini v Botha and Others"),
          invoice(2).with(SearchField.LIFECYCLE, "ISSUED").with(SearchField.PDF_FAILURE, "DRAFT"),
          invoice(3).with(SearchField.OVERDUE_SINCE, LocalDate.of(2024, 11, 1)),
          invoice(4).with(SearchField.BALANCE_CENTS, 0),
          invoice(5)
              .with(SearchField.BALANCE_CENTS, 1_000_000)
              .with(SearchField.PDF_FAILURE, null));

  @Test
  void is_the_same_whatever_order_its_events_come_in_and_however_often() {
    Map<String, Object> expected = merged(LIFE);
    Random random = new Random(4);
    for (int i = 0; i < 200; i++) {
      List<DocumentChange> shuffled = new ArrayList<>(LIFE);
      shuffled.addAll(LIFE.subList(random.nextInt(LIFE.size()), LIFE.size()));
      Collections.shuffle(shuffled, random);
      assertThat(merged(shuffled)).isEqualTo(expected);
    }
  }

  @Test
  void keeps_what_only_a_late_event_knows() {
    SearchDocument document = SearchDocument.of(SearchIndex.INVOICES, null);
    document.merge(LIFE.get(4));
    document.merge(LIFE.get(0));

    assertThat(document.source())
        .containsEntry("title", "Dlamini v Botha")
        .containsEntry("balance_cents", 0L)
        .containsEntry("payment_status", "PAID")
        .containsEntry("version", 5L);
  }

  @Test
  void shows_an_overdue_invoice_as_overdue_again_when_its_payment_is_reversed() {
    assertThat(merged(LIFE.subList(0, 4))).containsEntry("status", "OVERDUE");
    assertThat(merged(LIFE.subList(0, 5))).containsEntry("status", "PAID");
    assertThat(merged(LIFE))
        .containsEntry("status", "OVERDUE")
        .containsEntry("payment_status", "PARTIALLY_PAID")
        .containsEntry("paid_cents", 2_162_500L)
        .doesNotContainKey("pdf_failure");
  }

  @Test
  void shows_a_disputed_invoice_as_disputed_unless_it_is_over_or_not_sent_yet() {
    var disputed = invoice(6).with(SearchField.DISPUTED, true);
    List<DocumentChange> issued = new ArrayList<>(LIFE);
    issued.add(disputed);

    assertThat(merged(issued)).containsEntry("status", "DISPUTED");
    assertThat(merged(List.of(LIFE.get(0), disputed))).containsEntry("status", "DRAFT");
    issued.add(invoice(7).with(SearchField.DISPUTED, false));
    assertThat(merged(issued)).containsEntry("status", "OVERDUE");
    issued.add(invoice(8).with(SearchField.DISPUTED, true));
    issued.add(invoice(9).with(SearchField.LIFECYCLE, "VOIDED"));
    assertThat(merged(issued)).containsEntry("status", "CANCELLED");
  }

  @Test
  void shows_an_extended_pro_forma_in_the_phase_it_had() {
    var sent = proForma(0).with(SearchField.PHASE, "NEGOTIATING");
    var expired = proForma(1).with(SearchField.EXPIRED, true);
    var extended = proForma(2).with(SearchField.EXPIRED, false);

    assertThat(merged(List.of(sent, expired))).containsEntry("status", "EXPIRED");
    assertThat(merged(List.of(extended, sent, expired))).containsEntry("status", "NEGOTIATING");
  }

  @Test
  void survives_being_read_back_with_small_numbers_as_integers() {
    SearchDocument stored =
        SearchDocument.of(
            SearchIndex.INVOICES,
            Map.of("advocate_id", "adv-1", "version", 3, "registers", Map.of("title", 2)));
    stored.merge(invoice(1).with(SearchField.TITLE, "older"));

    assertThat(stored.source()).doesNotContainKey("title").containsEntry("version", 3L);
  }

  @Test
  void never_changes_hands() {
    SearchDocument document = SearchDocument.of(SearchIndex.INVOICES, null);
    document.merge(LIFE.get(0));
    DocumentChange foreign = DocumentChange.of(SearchIndex.INVOICES, "inv-1", "adv-2", 9, 9);

    assertThatThrownBy(() -> document.merge(foreign)).hasMessageContaining("another tenant");
  }

  @Test
  void takes_only_values_that_the_index_knows() {
    assertThatThrownBy(() -> invoice(0).with(SearchField.TITLE, List.of("a")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Map<String, Object> merged(List<DocumentChange> changes) {
    SearchDocument document = SearchDocument.of(changes.get(0).index(), null);
    changes.forEach(document::merge);
    return document.source();
  }

  private static DocumentChange invoice(long sequence) {
    return DocumentChange.of(SearchIndex.INVOICES, "inv-1", "adv-1", sequence, 100 + sequence);
  }

  private static DocumentChange proForma(long sequence) {
    return DocumentChange.of(SearchIndex.PRO_FORMAS, "pf-1", "adv-1", sequence, 100 + sequence);
  }
}
