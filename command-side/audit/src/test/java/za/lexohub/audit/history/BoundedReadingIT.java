package za.lexohub.audit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import za.lexohub.audit.AuditTrail.Busy;
import za.lexohub.audit.AuditTrail.EventFilter;
import za.lexohub.audit.AuditTrail.EventPage;
import za.lexohub.audit.ForgetfulVault;
import za.lexohub.audit.LogDatabase;
import za.lexohub.audit.SealedUpTo;
import za.lexohub.audit.Shelf;
import za.lexohub.audit.asof.Folding;
import za.lexohub.audit.log.LogReader;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.serialization.EventSerializer;
import za.lexohub.messages.serialization.EventTypes;

/** No question takes the database for longer than it may, and each can be asked to its end. */
class BoundedReadingIT {

  private static final TenantId THANDI = new TenantId("thandi");
  private static final TenantId PIETER = new TenantId("pieter");
  private static final ForgetfulVault VAULT = new ForgetfulVault();
  private static LogDatabase database;
  private static UUID second;

  @BeforeAll
  static void fill() {
    database = LogDatabase.fresh("bounded_reading");
    Shelf thandis = new Shelf(database.dataSource(), "thandi", VAULT);
    thandis.matter("Nomvula");
    new Shelf(database.dataSource(), "pieter", VAULT).matter("Jan");
    second = thandis.open("Zanele");
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void aFilterThatFewEventsPassIsAnsweredInStepsThatGoOn() throws IOException {
    LoggedTrail hasty =
        trail(new LogReader(database.dataSource(), Duration.ofSeconds(30), 2), Duration.ZERO);
    EventFilter seldom =
        new EventFilter(null, null, Set.of(), null, "thread-" + second, null, null, null, 11L);
    List<Long> found = new ArrayList<>();
    int pages = 0;
    Long after = 0L;
    while (after != null) {
      EventPage page = hasty.events(THANDI, seldom, after, 50);
      page.entries().forEach(event -> found.add(event.position()));
      assertThat(page.next()).isNotEqualTo(after);
      after = page.next();
      pages++;
    }
    assertThat(found).containsExactly(11L);
    assertThat(pages).isEqualTo(6);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    hasty.export(THANDI, seldom).writeTo(out);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"events\":1,");
  }

  @Test
  void aStatementThatTakesTooLongIsGivenUp() throws Exception {
    LogReader impatient = new LogReader(database.dataSource(), Duration.ofMillis(50));
    try (Connection owner = database.ownerConnection()) {
      owner.setAutoCommit(false);
      try (Statement lock = owner.createStatement()) {
        lock.execute("lock table event_log in access exclusive mode");
      }
      assertThatThrownBy(impatient::head)
          .isInstanceOf(LogReader.LogUnreadable.class)
          .cause()
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("57014"));
      owner.rollback();
    }
    assertThat(impatient.head()).isPositive();
  }

  @Test
  void onlySomeExportAtATime() throws IOException {
    LoggedTrail busy = trail(new LogReader(database.dataSource()), Duration.ofSeconds(20));
    int[] refused = {0};
    nested(busy, 3, refused);

    assertThat(refused[0]).isOne();
    busy.export(PIETER, EventFilter.none()).writeTo(OutputStream.nullOutputStream());
  }

  /** Each begins while the one before is written. */
  private static void nested(LoggedTrail busy, int depth, int[] refused) throws IOException {
    if (depth == 0) {
      return;
    }
    boolean[] begun = {false};
    try {
      busy.export(PIETER, EventFilter.none())
          .writeTo(
              new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                  if (!begun[0]) {
                    begun[0] = true;
                    nested(busy, depth - 1, refused);
                  }
                }
              });
    } catch (Busy others) {
      refused[0]++;
    }
  }

  private static LoggedTrail trail(LogReader reader, Duration patience) {
    return new LoggedTrail(
        reader,
        new Folding(new EventSerializer(new EventTypes()), VAULT),
        new SealedUpTo(),
        "lexohub.test/log",
        patience);
  }
}
