package za.lexohub.readmodels.publiclink;

import java.time.Instant;
import java.util.Set;
import za.lexohub.readmodels.row.MissingRow;
import za.lexohub.readmodels.row.Sql;
import za.lexohub.readmodels.row.Stamp;
import za.lexohub.readmodels.row.TenantScope;

/**
 * Keeps the links of pro formas, and of whatever else may be opened by a link. A row is never taken
 * away while its link may come back in a repeated request. Every write may come again, at any time;
 * an older one is refused.
 */
public final class PublicLinkRows {

  private static final String TABLE = "public_links";

  /** What a pro forma's links are for. Theirs is a column of its own, as ever. */
  private static final Set<String> OF_PRO_FORMAS = Set.of("SUBMIT", "RESPOND");

  private final TenantScope scope;

  public PublicLinkRows(TenantScope scope) {
    this.scope = scope;
  }

  /** A new link of this purpose is live, and makes the older ones worthless. */
  public void issued(
      Stamp stamp, String tokenHash, String purpose, int generation, Instant expiresAt) {
    scope.write(
        stamp.tenant(),
        jdbc -> {
          jdbc.sql(
                  """
                  update public_links set state = 'REPLACED', version = ?
                   where tenant_id = ? and %s = ? and purpose = ?
                     and token_hash <> ? and state = 'LIVE' and version < ?\
                  """
                      .formatted(column(purpose)))
              .params(
                  stamp.version(), stamp.tenant(), stamp.id(), purpose, tokenHash, stamp.version())
              .update();
          return jdbc.sql(
                  """
                  insert into public_links
                    (token_hash, tenant_id, %s, version, purpose, generation, state, expires_at)
                  values (?, ?, ?, ?, ?, ?, 'LIVE', ?)
                  on conflict do nothing\
                  """
                      .formatted(column(purpose)))
              .params(
                  tokenHash,
                  stamp.tenant(),
                  stamp.id(),
                  stamp.version(),
                  purpose,
                  generation,
                  Sql.value(expiresAt))
              .update();
        });
  }

  /** The live link of this purpose, if there is one, has done its work. */
  public void used(Stamp stamp, String purpose) {
    ended(stamp, purpose, "USED");
  }

  /** The live link of this purpose, if there is one, is taken back. */
  public void replaced(Stamp stamp, String purpose) {
    ended(stamp, purpose, "REPLACED");
  }

  /**
   * The newest link of this purpose holds longer.
   *
   * @throws MissingRow when no link of this purpose was ever issued
   */
  public void extended(Stamp stamp, String purpose, Instant expiresAt) {
    scope.write(
        stamp.tenant(),
        jdbc -> {
          int found =
              jdbc.sql(
                      """
                      update public_links
                         set expires_at = case when version < ? then ? else expires_at end,
                             version = greatest(version, ?)
                       where tenant_id = ? and %1$s = ? and purpose = ?
                         and generation = (
                           select max(generation) from public_links
                            where tenant_id = ? and %1$s = ? and purpose = ?)\
                      """
                          .formatted(column(purpose)))
                  .params(
                      stamp.version(),
                      Sql.value(expiresAt),
                      stamp.version(),
                      stamp.tenant(),
                      stamp.id(),
                      purpose,
                      stamp.tenant(),
                      stamp.id(),
                      purpose)
                  .update();
          if (found == 0) {
            throw new MissingRow(TABLE, stamp);
          }
          return found;
        });
  }

  public void empty() {
    scope.truncate(TABLE);
  }

  private void ended(Stamp stamp, String purpose, String state) {
    scope.write(
        stamp.tenant(),
        jdbc ->
            jdbc.sql(
                    """
                    update public_links set state = ?, version = ?
                     where tenant_id = ? and %s = ? and purpose = ?
                       and state = 'LIVE' and version < ?\
                    """
                        .formatted(column(purpose)))
                .params(
                    state, stamp.version(), stamp.tenant(), stamp.id(), purpose, stamp.version())
                .update());
  }

  private static String column(String purpose) {
    return OF_PRO_FORMAS.contains(purpose) ? "pro_forma_id" : "subject_id";
  }
}
