package za.lexohub.embedded.postgres;

import java.util.Map;

/**
 * A database and the two roles that may enter it, neither of them a superuser.
 *
 * @param url of the JDBC driver, without credentials
 * @param owner owns the database and runs the migrations
 * @param application the role the application connects as: it may connect, and what else the
 *     migrations grant it
 * @param password of both roles
 */
public record Database(String name, String url, String owner, String application, String password) {

  /** The properties that make Flyway run as the owner and everything else as the application. */
  public Map<String, String> properties() {
    return Map.of(
        "spring.datasource.url", url,
        "spring.datasource.username", application,
        "spring.datasource.password", password,
        "spring.flyway.url", url,
        "spring.flyway.user", owner,
        "spring.flyway.password", password);
  }
}
