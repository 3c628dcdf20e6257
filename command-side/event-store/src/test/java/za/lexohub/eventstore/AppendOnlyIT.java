package za.lexohub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/** What is recorded stays: the rights of the application, and the triggers for its owner. */
class AppendOnlyIT {

  private static final List<String> CHANGES =
      List.of("update %s set tenant_id = 'x'", "delete from %s", "truncate %s");

  private static FreshLog log;

  @BeforeAll
  static void create() {
    log = FreshLog.create("append_only");
    UUID id = UUID.randomUUID();
    log.engine.appendEvents(FreshLog.event(id, 0, "kept", FreshLog.key("k", "h", id)));
  }

  @AfterAll
  static void close() {
    log.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"event_log", "command_ledger"})
  void theApplicationMayNotChangeDeleteOrEmpty(String table) {
    for (String change : CHANGES) {
      assertThatThrownBy(() -> log.application().sql(change.formatted(table)).update())
          .isInstanceOf(DataAccessException.class)
          .hasRootCauseMessage("ERROR: permission denied for table " + table);
    }
    assertKept(table);
  }

  @ParameterizedTest
  @ValueSource(strings = {"event_log", "command_ledger"})
  void noMoreMayTheOwnerOfTheTables(String table) {
    for (String change : CHANGES) {
      assertThatThrownBy(() -> log.owner().sql(change.formatted(table)).update())
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .hasMessageContaining("on " + table + " refused: what is recorded stays");
    }
    assertKept(table);
  }

  @Test
  void theApplicationWritesTheLogThroughTheFunctionsOnly() {
    assertThatThrownBy(
            () ->
                log.application()
                    .sql("insert into event_log select * from event_log limit 1")
                    .update())
        .hasRootCauseMessage("ERROR: permission denied for table event_log");
    assertThatThrownBy(
            () ->
                log.application()
                    .sql("alter table event_log disable trigger event_log_is_append_only")
                    .update())
        .hasRootCauseMessage("ERROR: must be owner of table event_log");
  }

  private static void assertKept(String table) {
    assertThat(log.owner().sql("select tenant_id from " + table).query(String.class).list())
        .containsExactly("thandi");
  }
}
