package za.lexohub.readmodels.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import za.lexohub.readmodels.TestStores;

class ReportReaderIT {

  private static final Map<String, Object> NONE = Map.of();

  private static TestStores stores;

  @BeforeAll
  static void open() {
    stores = TestStores.open();
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  @Test
  void the_database_gives_up_on_a_report_that_takes_too_long() {
    ReportReader hurried = new ReportReader(stores.scope, Duration.ofMillis(50));
    assertThatThrownBy(
            () ->
                hurried.read(
                    "t", "select to_jsonb(cast(:t as text)) from pg_sleep(30)", NONE, String.class))
        .rootCause()
        .asInstanceOf(InstanceOfAssertFactories.type(SQLException.class))
        .extracting(SQLException::getSQLState)
        .isEqualTo("57014");
  }

  @Test
  void others_on_the_same_connection_are_not_hurried() {
    new ReportReader(stores.scope)
        .read("t", "select to_jsonb(cast(:t as text))", NONE, String.class);
    assertThat(
            stores.scope.<String>read(
                "t", jdbc -> jdbc.sql("show statement_timeout").query(String.class).single()))
        .isEqualTo("0");
  }

  @Test
  void a_report_may_take_ten_seconds() {
    assertThat(
            new ReportReader(stores.scope)
                .<String>read(
                    "t", jdbc -> jdbc.sql("show statement_timeout").query(String.class).single()))
        .isEqualTo("10s");
  }
}
