package za.lexohub.query.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import za.lexohub.readmodels.export.Column;
import za.lexohub.readmodels.export.Column.Secrecy;
import za.lexohub.readmodels.money.Money;
import za.lexohub.readmodels.report.Ageing;
import za.lexohub.readmodels.report.ClientRevenue;
import za.lexohub.readmodels.report.Dashboard;
import za.lexohub.readmodels.report.OutstandingInvoice;
import za.lexohub.readmodels.report.PaymentBehaviour;
import za.lexohub.readmodels.report.Pipeline;
import za.lexohub.readmodels.report.PracticeHealth;
import za.lexohub.readmodels.report.Revenue;
import za.lexohub.readmodels.report.TimeReport;
import za.lexohub.readmodels.report.VatReport;
import za.lexohub.readmodels.report.WipReport;

class ReportShapeTest {

  private static final List<Class<?>> REPORTS =
      List.of(
          Ageing.class,
          Revenue.class,
          WipReport.class,
          Pipeline.class,
          TimeReport.class,
          ClientRevenue.class,
          PaymentBehaviour.class,
          PracticeHealth.class,
          VatReport.class,
          Dashboard.class);

  private static List<String> names(List<Column> columns) {
    return columns.stream().map(Column::name).toList();
  }

  @Test
  void a_report_is_a_summary_and_a_section_for_each_of_its_lists() throws IOException {
    Ageing ageing =
        new Ageing(
            LocalDate.of(2026, 3, 31),
            List.of(
                new Ageing.Bracket("CURRENT", 2, Money.cents(500)),
                new Ageing.Bracket("90+", 0, Money.cents(0))),
            2,
            Money.cents(500));
    ReportShape shape = ReportShape.of(Ageing.class);
    List<@Nullable Object[]> rows = new ArrayList<>();
    shape.each(ageing, shape.columns(false), rows::add);

    assertThat(names(shape.columns(false)))
        .containsExactly("section", "on", "count", "totalCents", "name", "currency");
    assertThat(rows)
        .containsExactly(
            new @Nullable Object[] {"summary", LocalDate.of(2026, 3, 31), 2L, 500L, null, "ZAR"},
            new @Nullable Object[] {"brackets", null, 2L, 500L, "CURRENT", "ZAR"},
            new @Nullable Object[] {"brackets", null, 0L, 0L, "90+", "ZAR"});
  }

  @Test
  void a_record_within_is_taken_apart() {
    assertThat(names(ReportShape.of(Revenue.class).columns(false)))
        .contains("totalsNetCents", "netCents", "period", "paymentRatePercent");
  }

  @Test
  void every_report_has_a_form_and_says_nothing_twice() {
    for (Class<?> report : REPORTS) {
      List<String> names = names(ReportShape.of(report).columns(false));
      assertThat(names).as(report.getSimpleName()).doesNotHaveDuplicates().hasSizeGreaterThan(3);
    }
    assertThat(names(ReportShape.ofRows(OutstandingInvoice.class).columns(false)))
        .contains("balanceCents", "client", "daysOverdue")
        .doesNotContain("section");
  }

  /** What nobody has thought of is left out; so each text of today is named here. */
  @Test
  void of_text_an_analyst_sees_what_was_thought_of() {
    TreeSet<String> seen = new TreeSet<>();
    TreeSet<String> leftOut = new TreeSet<>();
    for (Class<?> report : REPORTS) {
      texts(report, seen, leftOut);
    }
    texts(OutstandingInvoice.class, seen, leftOut);
    assertThat(leftOut).containsExactly("ActiveMatter.title", "Idle.title", "Matter.title");
    assertThat(seen).isNotEmpty();
  }

  private static void texts(Class<?> record, TreeSet<String> seen, TreeSet<String> leftOut) {
    for (RecordComponent component : record.getRecordComponents()) {
      Class<?> listed = RecordParts.listed(component);
      if (component.getType() == String.class) {
        boolean shown = Secrecies.of(record, component.getName()) != Secrecy.TEXT;
        (shown ? seen : leftOut).add(record.getSimpleName() + "." + component.getName());
      } else if (component.getType().isRecord()) {
        texts(component.getType(), seen, leftOut);
      } else if (listed != null) {
        texts(listed, seen, leftOut);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {WipReport.class, Dashboard.class, PracticeHealth.class})
  void words_are_no_columns_of_an_analyst(Class<?> report) {
    assertThat(names(ReportShape.of(report).columns(true)))
        .doesNotContain("title")
        .contains("reference");
  }

  @Test
  void what_is_absent_stays_absent() throws IOException {
    WipReport.Matter matter =
        new WipReport.Matter(
            Books.ID,
            "JHB/2026/001",
            "A title",
            "Nkosi",
            90,
            Money.cents(1),
            Money.cents(2),
            Money.cents(3),
            Money.cents(6),
            LocalDate.of(2026, 1, 5),
            3,
            "0-30",
            null,
            new BigDecimal("12.5"));
    ReportShape shape = ReportShape.ofRows(WipReport.Matter.class);
    List<Column> columns = shape.columns(false);
    List<@Nullable Object[]> rows = new ArrayList<>();
    shape.each(matter, columns, rows::add);
    assertThat(rows.getFirst()[names(columns).indexOf("estimateCents")]).isNull();
    assertThat(rows.getFirst()[names(columns).indexOf("totalCents")]).isEqualTo(6L);
    assertThat(rows.getFirst()[names(columns).indexOf("days")]).isEqualTo(3L);
  }
}
