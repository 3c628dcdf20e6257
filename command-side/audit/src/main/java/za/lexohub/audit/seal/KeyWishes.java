package za.lexohub.audit.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.messages.operation.ReadModelId;

/** Which key the operators want to sign the log: what the log itself says. */
final class KeyWishes {

  /** The stream of the log's signing key. */
  static final ReadModelId KEY = ReadModelId.ofGroup("audit/signing-key");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * @param position of the event that says so
   * @param newKey in the form of a verifier key
   */
  record Wish(long position, String newKey) {}

  private static final String ALL =
      "select position, payload from event_log"
          + " where aggregate_id = ? and event_type = 'SigningKeyChanged'";

  private final JdbcClient jdbc;

  KeyWishes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The last one; one look-up in an index. */
  Optional<Wish> newest() {
    return jdbc.sql(ALL + " order by sequence desc limit 1")
        .param(KEY.toString())
        .query(KeyWishes::wish)
        .optional();
  }

  /** Whether an event up to this position wants that very key. */
  boolean contain(String newKey, long through) {
    return jdbc
        .sql(ALL + " and position <= ?")
        .params(KEY.toString(), through)
        .query(KeyWishes::wish)
        .list()
        .stream()
        .anyMatch(wish -> wish.newKey().equals(newKey));
  }

  private static Wish wish(ResultSet row, int number) throws SQLException {
    return new Wish(row.getLong(1), JSON.readTree(row.getBytes(2)).path("newKey").asString(""));
  }
}
