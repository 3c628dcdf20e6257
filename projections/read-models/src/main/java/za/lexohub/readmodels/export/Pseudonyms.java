package za.lexohub.readmodels.export;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Names for those who may not know the names: the same as in the views for analysts, one for each
 * name within a tenant, and without a way back.
 */
public final class Pseudonyms {

  private static final String MADE =
      "select v.name, analytics.pseudonym(?, v.name) as pseudonym from unnest(?) as v(name)";

  private final JdbcClient jdbc;

  public Pseudonyms(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The pseudonym of each of these names. */
  public Map<String, String> of(String tenant, Collection<String> names) {
    Map<String, String> pseudonyms = new HashMap<>();
    if (!names.isEmpty()) {
      jdbc.sql(MADE)
          .params(tenant, names.toArray(String[]::new))
          .query(
              row -> {
                pseudonyms.put(row.getString("name"), row.getString("pseudonym"));
              });
    }
    return pseudonyms;
  }

  /** The same within SQL, of an expression that is a name, or null. */
  static String sql(String name) {
    return "analytics.pseudonym(tenant_id, " + name + ")";
  }
}
