package za.lexohub.projectors.rebuild;

import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.projectors.Story;
import za.lexohub.readmodels.row.TenantScope;

/** Looks at what is read, at what stands beside it, and at who may see it. */
final class RebuildLook {

  private final ApplicationContext node;
  private final JdbcClient owner;

  RebuildLook(ApplicationContext node, JdbcClient owner) {
    this.node = node;
    this.owner = owner;
  }

  String title(Story story) {
    return column("public", story, "title");
  }

  long versionRead(Story story) {
    String version = column("public", story, "version::text");
    return version.isEmpty() ? 0 : Long.parseLong(version);
  }

  String beside(String schema, Story story) {
    return column(schema, story, "to_jsonb(t)::text");
  }

  private String column(String schema, Story story, String expression) {
    UUID id = story.invoiceId.value();
    return node.getBean(TenantScope.class)
        .read(
            story.tenant.value(),
            jdbc ->
                jdbc.sql("select %s from %s.invoices t where id = ?".formatted(expression, schema))
                    .param(id)
                    .query(String.class)
                    .optional()
                    .orElse(""));
  }

  List<String> tablesBeside() {
    return owner
        .sql(
            "select schemaname || '.' || tablename from pg_tables"
                + " where schemaname in ('rebuild', 'retired') and tablename <> 'models'")
        .query(String.class)
        .list();
  }

  /** Form, options, comments and grants of a view. */
  String described(String view) {
    return owner
        .sql(
            """
            select concat_ws('; ', pg_get_viewdef(c.oid), c.reloptions::text, c.relacl::text,
                     obj_description(c.oid, 'pg_class'),
                     (select string_agg(col_description(c.oid, a.attnum), ',')
                        from pg_attribute a where a.attrelid = c.oid))
              from pg_class c where c.oid = cast(? as regclass)\
            """)
        .param(view)
        .query(String.class)
        .single();
  }

  /** Who may see which rows of a table, and do what with it. */
  String fence(String table) {
    return owner
        .sql(
            """
            select concat_ws('; ', c.relrowsecurity, c.relforcerowsecurity,
                     (select string_agg(concat_ws(' ', privilege_type, grantee::regrole), ','
                               order by privilege_type, grantee)
                        from aclexplode(c.relacl) where grantee <> c.relowner),
                     (select string_agg(concat_ws(' ', polname, polcmd, polpermissive, polroles,
                               pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)),
                               ',' order by polname)
                        from pg_policy where polrelid = c.oid))
              from pg_class c where c.oid = cast(? as regclass)\
            """)
        .param(table)
        .query(String.class)
        .single();
  }
}
