package za.lexohub.readmodels.publiclink;

import java.util.Optional;
import za.lexohub.readmodels.row.Sql;
import za.lexohub.readmodels.row.TenantScope;

/**
 * Finds the link behind a token. The tenant is not known before, so the table's second policy shows
 * exactly the row whose hash the transaction names: who does not know a 256-bit hash sees nothing,
 * and nothing can be listed.
 */
public final class PublicLinks {

  private final TenantScope scope;

  public PublicLinks(TenantScope scope) {
    this.scope = scope;
  }

  /**
   * @param tokenHash SHA-256, hex
   */
  public Optional<PublicLink> find(String tokenHash) {
    return scope.readNaming(
        "lexohub.link_hash",
        tokenHash,
        jdbc ->
            jdbc.sql(
                    "select tenant_id, coalesce(pro_forma_id, subject_id) as subject_id, purpose,"
                        + " generation, state, expires_at"
                        + " from public_links where token_hash = ?")
                .params(tokenHash)
                .query(
                    (row, number) ->
                        new PublicLink(
                            row.getString("tenant_id"),
                            Sql.uuid(row, "subject_id"),
                            row.getString("purpose"),
                            row.getInt("generation"),
                            row.getString("state"),
                            Sql.instant(row, "expires_at")))
                .optional());
  }
}
