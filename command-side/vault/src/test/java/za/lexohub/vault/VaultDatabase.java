package za.lexohub.vault;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.postgres.Database;

/** A database of a test's own with the vault's tables, as the application sees it. */
record VaultDatabase(
    DataSource dataSource, JdbcClient jdbc, DataSourceTransactionManager transactions) {

  static VaultDatabase migrated(String name) {
    Database database = TestParts.postgres().createDatabase(name);
    Flyway.configure()
        .dataSource(database.url(), database.owner(), database.password())
        .load()
        .migrate();
    var dataSource =
        new DriverManagerDataSource(database.url(), database.application(), database.password());
    return new VaultDatabase(
        dataSource, JdbcClient.create(dataSource), new DataSourceTransactionManager(dataSource));
  }
}
