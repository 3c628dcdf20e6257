package za.lexohub.embedded.postgres;

import java.util.Map;

/**
 * A database and the roles that may enter it, none of them a superuser.
 *
 * @param url of the JDBC driver, without credentials
 * @param owner owns the database and runs the migrations
 * @param application the role the application connects as: it may connect, and what else the
 *     migrations grant it
 * @param password of these two roles
 * @param analyst the role analysts connect as: it may read what the migrations grant to everybody,
 *     in short statements
 * @param analystPassword of that role alone
 */
public record Database(
    String name,
    String url,
    String owner,
    String application,
    String password,
    String analyst,
    String analystPassword) {

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
