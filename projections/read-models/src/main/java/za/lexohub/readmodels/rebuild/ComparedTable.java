package za.lexohub.readmodels.rebuild;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What has to be known of a table to compare two of its form.
 *
 * @param key columns of its primary key
 * @param numbers columns of whole numbers, whose sums are compared
 * @param ids columns that may name an aggregate or an event
 * @param derived columns that follow from the others
 */
record ComparedTable(
    String name, List<String> key, List<String> numbers, List<String> ids, List<String> derived) {

  static ComparedTable of(JdbcClient jdbc, String table) {
    String columns =
        """
        select a.attname from pg_attribute a
         where a.attrelid = cast('public.' || ? as regclass) and a.attnum > 0
           and not a.attisdropped and %s order by a.attnum\
        """;
    List<String> key =
        jdbc.sql(
                columns.formatted(
                    """
                    a.attname <> 'tenant_id' and exists (select from pg_index i
                      where i.indrelid = a.attrelid and i.indisprimary and a.attnum = any(i.indkey))\
                    """))
            .param(table)
            .query(String.class)
            .list();
    return new ComparedTable(
        table,
        key,
        names(jdbc, columns, table, "a.atttypid = 'int8'::regtype"),
        names(jdbc, columns, table, "a.atttypid = 'uuid'::regtype"),
        names(jdbc, columns, table, "a.attgenerated <> ''"));
  }

  private static List<String> names(
      JdbcClient jdbc, String columns, String table, String condition) {
    return jdbc.sql(columns.formatted(condition)).param(table).query(String.class).list();
  }

  /** Of one tenant's rows: how many, the sums, and a checksum over all of them. */
  String figures(String schema) {
    return "select count(*) as rows, md5(coalesce(string_agg(md5(%s::text), '' order by %s), ''))"
            .formatted(document(), String.join(", ", key))
        + " as checksum"
        + numbers.stream()
            .map(column -> ", coalesce(sum(" + column + "), 0)::bigint as " + column)
            .collect(Collectors.joining())
        + " from "
        + schema
        + "."
        + name
        + " t where t.tenant_id = ?";
  }

  /** One tenant's rows that are not the same in both. */
  String differences(String beside) {
    return """
    select coalesce(h.k, t.k)::text as key,
           coalesce(md5(h.doc::text), '') as here, coalesce(md5(t.doc::text), '') as there,
           array(select key from jsonb_each(coalesce(h.doc, '{}')) x
                   full join jsonb_each(coalesce(t.doc, '{}')) y using (key)
                  where x.value is distinct from y.value order by key) as columns,
           array(select distinct value from jsonb_each_text(coalesce(t.doc, h.doc))
                  where key = any(cast(? as text[]))) as ids
      from (%s) h full join (%s) t on h.k = t.k
     where h.doc is distinct from t.doc
     order by 1\
    """
        .formatted(rows("public"), rows(beside));
  }

  private String rows(String schema) {
    String keys =
        key.stream()
            .map(column -> "'" + column + "', t." + column)
            .collect(Collectors.joining(", "));
    return "select jsonb_build_object(%s) as k, %s as doc from %s.%s t where t.tenant_id = ?"
        .formatted(keys, document(), schema, name);
  }

  /** What follows from other columns differs when they do. */
  private String document() {
    String left =
        derived.stream().map(column -> "'" + column + "'").collect(Collectors.joining(", "));
    return "jsonb_strip_nulls(to_jsonb(t) - array[" + left + "]::text[])";
  }
}
