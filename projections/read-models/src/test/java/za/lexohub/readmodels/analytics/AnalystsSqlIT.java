package za.lexohub.readmodels.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static za.lexohub.readmodels.analytics.Practices.MINE;
import static za.lexohub.readmodels.analytics.Practices.THEIRS;
import static za.lexohub.readmodels.analytics.Practices.number;
import static za.lexohub.readmodels.analytics.Practices.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import za.lexohub.readmodels.report.AsOf;
import za.lexohub.readmodels.report.Revenue;
import za.lexohub.readmodels.report.RevenueViews;
import za.lexohub.readmodels.report.Span;
import za.lexohub.readmodels.report.VatReport;
import za.lexohub.readmodels.report.VatViews;

/** The questions of docs/analysts.sql, asked by an analyst, against figures worked out by hand. */
class AnalystsSqlIT {

  private static final Path QUESTIONS = Path.of("../../docs/analysts.sql");

  private static Practices practices;
  private static List<String> questions;

  @BeforeAll
  static void open() throws SQLException, IOException {
    practices = new Practices();
    practices.fill(MINE);
    practices.fill(THEIRS);
    questions =
        Arrays.stream(Files.readString(QUESTIONS).split(";\\s*\n"))
            .filter(question -> !question.isBlank())
            .toList();
  }

  @AfterAll
  static void close() throws SQLException {
    practices.close();
  }

  private static List<Map<String, String>> ask(int number) throws SQLException {
    String question = questions.get(number - 1);
    assertThat(question).contains("-- " + number + ". ");
    return rows(practices.analyst, question);
  }

  private static Map<String, String> only(List<Map<String, String>> rows) {
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }

  private static Map<String, String> where(
      List<Map<String, String>> rows, String column, String value) {
    return only(rows.stream().filter(row -> value.equals(row.get(column))).toList());
  }

  private static void says(Map<String, String> row, String... pairs) {
    for (int i = 0; i < pairs.length; i += 2) {
      String found = row.get(pairs[i]);
      assertThat(found).as("%s of %s", pairs[i], row).isNotNull();
      assertThat(Double.parseDouble(found))
          .as("%s of %s", pairs[i], row)
          .isEqualTo(Double.parseDouble(pairs[i + 1]));
    }
  }

  @Test
  void there_are_ten_and_each_has_an_answer() throws SQLException {
    assertThat(questions).hasSize(10);
    for (int number = 1; number <= 10; number++) {
      assertThat(ask(number)).as("question %s", number).isNotEmpty();
    }
  }

  @Test
  void revenue_by_month() throws SQLException {
    List<Map<String, String>> months = ask(1);
    assertThat(months).hasSize(12);
    // 11 500 and 2 300 invoiced.
    says(where(months, "month", "2026-01"), "accrued", "13800", "received", "5000");
    // 5 750 less a note of 1 150, and 5 750 that was voided; 3 000 came and went, 6 500 stayed.
    says(where(months, "month", "2026-02"), "accrued", "4600", "received", "6500");
    says(where(months, "month", "2026-03"), "accrued", "0", "received", "0");
    says(where(months, "month", "2026-05"), "accrued", "0", "received", "2300");
  }

  @Test
  void who_owes() throws SQLException {
    Map<String, String> debtor = only(ask(2));
    says(debtor, "invoices", "1", "owed", "4000");
    assertThat(debtor).containsEntry("oldest_due", "2026-05-11").containsEntry("firm", "null");
  }

  @Test
  void days_to_payment() throws SQLException {
    List<Map<String, String>> bars = ask(3);
    says(where(bars, "bar", "JOHANNESBURG"), "invoices", "1", "median_days", "29");
    // From 15 January to the allocation on 15 May, not to the day before, when the money came.
    says(where(bars, "bar", "CAPE_TOWN"), "invoices", "1", "median_days", "120");
  }

  @Test
  void conversion() throws SQLException {
    List<Map<String, String>> months = ask(4);
    says(
        where(months, "month", "2026-01"),
        "sent",
        "4",
        "accepted",
        "2",
        "declined",
        "1",
        "expired",
        "1",
        "conversion_percent",
        "50");
    assertThat(where(months, "month", "2026-02")).containsEntry("conversion_percent", "null");
  }

  @Test
  void old_work() throws SQLException {
    List<Map<String, String>> matters = ask(5);
    assertThat(matters).hasSize(2);
    says(where(matters, "reference", "JHB/2026/001"), "items", "1", "unbilled", "3000");
    says(where(matters, "reference", "CPT/2026/001"), "items", "1", "unbilled", "500");
  }

  @Test
  void realisation() throws SQLException {
    List<Map<String, String>> categories = ask(6);
    says(
        where(categories, "category", "DRAFTING"),
        "logged",
        "3000",
        "billed",
        "2000",
        "written_off",
        "500",
        "realised_percent",
        "66.7");
    says(where(categories, "category", "TIME"), "logged", "4000", "realised_percent", "0");
  }

  @Test
  void losses() throws SQLException {
    says(
        only(ask(7)),
        "invoiced",
        "19550",
        "credited",
        "1150",
        "written_off",
        "600",
        "lost_percent",
        "9");
  }

  @Test
  void vat() throws SQLException {
    says(only(ask(8)), "by_invoice", "2400", "by_payment", "1500", "not_yet_due_by_payment", "900");
  }

  @Test
  void late_clients() throws SQLException {
    Map<String, String> client = only(ask(9));
    long since = number(practices.analyst, "select greatest(current_date - date '2026-05-11', 0)");
    // 2 300 were 90 days late; 4 000 are so since.
    says(client, "late_amounts", "2", "late", "6300");
    assertThat(Double.parseDouble(client.get("tied_up_for_a_year")))
        .isCloseTo((2300 * 90 + 4000.0 * since) / 365, within(0.01));
  }

  @Test
  void the_books_of_an_evening() throws SQLException {
    // 6 500 paid on 3 February were recorded on 2 March.
    says(
        only(ask(10)),
        "open_then",
        "3",
        "owed_then",
        "13400",
        "open_as_known_now",
        "2",
        "owed_as_known_now",
        "6900");
  }

  @Test
  void the_views_agree_with_the_reports_to_the_cent() throws SQLException {
    Span span = new Span(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    VatViews vat = new VatViews(practices.stores.scope);
    for (VatReport.Basis basis : VatReport.Basis.values()) {
      assertThat(
              number(
                  practices.analyst,
                  "select sum(vat_cents) from vat_v1 where vendor and basis = '" + basis + "'"))
          .isEqualTo(vat.vat(MINE, basis, span, AsOf.NOW).outputTax().amount());
      for (int position = 7; position <= 18; position++) {
        assertThat(
                number(
                    practices.analyst,
                    "select coalesce(sum(vat_cents), 0) from vat_v1 where vendor and basis = '%s' and position <= %d"
                        .formatted(basis, position)))
            .as("%s at %s", basis, position)
            .isEqualTo(vat.vat(MINE, basis, span, AsOf.position(position)).outputTax().amount());
      }
    }
    Map<String, Long> accrued =
        new RevenueViews(practices.stores.scope)
                .revenue(MINE, Revenue.Basis.ACCRUAL, span, Revenue.Interval.MONTH, AsOf.NOW)
                .periods()
                .stream()
                .collect(Collectors.toMap(Revenue.Period::period, period -> period.net().amount()));
    for (Map<String, String> month : ask(1)) {
      assertThat(Math.round(Double.parseDouble(month.get("accrued")) * 100))
          .isEqualTo(accrued.get(month.get("month")));
    }
    assertThat(
            number(
                practices.analyst,
                "select count(*) from invoices_v1 i join (select invoice_id, sum(change_cents) as"
                    + " open from ledger_v1 group by invoice_id) l using (invoice_id) where l.open"
                    + " <> i.balance_cents and i.lifecycle = 'ISSUED'"))
        .isZero();
    assertThat(rows(practices.analyst, "select * from payments_v1 where reversed"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("amount_cents", "300000")
                    .containsEntry("reversed_on", "2026-02-02")
                    .containsEntry("reversed_position", "9"));
    assertThat(rows(practices.analyst, "select * from retainers_v1"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("drawn_cents", "300000")
                    .containsEntry("deposited_cents", "800000")
                    .containsEntry("refunded_cents", "100000"));
    assertThat(rows(practices.analyst, "select * from receipts_v1"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("allocated_cents", "230000")
                    .containsEntry("refunded_cents", "10000"));
  }
}
