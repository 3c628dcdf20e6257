package za.lexohub.projectors.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.postgres.Database;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.position.ReadModelGroups;

/** What the ledger may show while it is filled for the first time. */
class FirstFillIT {

  private final Database database =
      TestParts.postgres().createDatabase("t" + UUID.randomUUID().toString().replace("-", ""));
  private final DataSource owner =
      new DriverManagerDataSource(database.url(), database.owner(), database.password());
  private final JdbcClient jdbc = JdbcClient.create(owner);

  private FluentConfiguration migrations() {
    return Flyway.configure().dataSource(owner);
  }

  private long floor() {
    return new PublishedPositions(jdbc).floor(ReadModelGroups.LEDGER);
  }

  @Test
  void a_ledger_that_comes_after_the_log_shows_nothing_before_it_has_read_it() {
    migrations().target("41").load().migrate();
    jdbc.sql(
            """
            insert into event_log
            select position, gen_random_uuid(), 'Invoice', position::text, 0, 'InvoiceSent', '1.0',
                   'adv-1', now(), now(), '{}'::bytea, '{}'::bytea, ''::bytea
              from generate_series(41, 42) position\
            """)
        .update();
    migrations().load().migrate();
    assertThat(floor()).isEqualTo(42);
  }

  @Test
  void a_ledger_that_was_there_from_the_first_event_is_whole_at_once() {
    migrations().target("41").load().migrate();
    migrations().load().migrate();
    assertThat(floor()).isZero();
  }
}
