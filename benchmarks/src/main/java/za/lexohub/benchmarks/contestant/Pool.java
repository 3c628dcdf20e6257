package za.lexohub.benchmarks.contestant;

import com.zaxxer.hikari.HikariDataSource;
import za.lexohub.embedded.postgres.Database;

/** The connections of a peer, which may do as they like in their database. */
final class Pool {

  private Pool() {}

  static HikariDataSource of(Database database, int connections) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(database.url());
    pool.setUsername(database.owner());
    pool.setPassword(database.password());
    pool.setMaximumPoolSize(connections);
    pool.setMinimumIdle(connections);
    pool.setConnectionTimeout(60_000);
    return pool;
  }
}
