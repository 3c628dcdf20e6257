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

  private static final String KNOWN =
      "select v.name, analytics.matter_type(v.name) as kind from unnest(?) as v(name)";

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

  /** What each of these kinds of matter is shown as. */
  Map<String, String> kinds(Collection<String> typed) {
    Map<String, String> kinds = new HashMap<>();
    if (!typed.isEmpty()) {
      jdbc.sql(KNOWN)
          .param(typed.toArray(String[]::new))
          .query(
              row -> {
                kinds.put(row.getString("name"), row.getString("kind"));
              });
    }
    return kinds;
  }

  /** The same within SQL, of an expression that is a name, or null. */
  static String sql(String name) {
    return "analytics.pseudonym(tenant_id, " + name + ")";
  }

  /** The same within SQL, of an expression that is a kind of matter, or null. */
  static String kindSql(String typed) {
    return "analytics.matter_type(" + typed + ")";
  }
}
