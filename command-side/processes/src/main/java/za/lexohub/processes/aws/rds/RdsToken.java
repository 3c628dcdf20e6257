package za.lexohub.processes.aws.rds;

import java.time.Clock;
import java.util.Properties;
import org.postgresql.PGProperty;
import org.postgresql.plugin.AuthenticationPlugin;
import org.postgresql.plugin.AuthenticationRequestType;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import za.lexohub.processes.aws.rds.RdsTokens.Login;

/**
 * What the driver of PostgreSQL asks for a password when its address names this class: a token that
 * the task's role has signed. The driver makes one for every connection; tokens are kept for all.
 */
public final class RdsToken implements AuthenticationPlugin {

  /** The parameter of the database's address that tells the region. */
  static final String REGION = "rdsRegion";

  private static final RdsTokens TOKENS =
      new RdsTokens(DefaultCredentialsProvider.builder().build(), Clock.systemUTC());

  private final Login login;

  /**
   * @param connection what the driver knows of the connection that begins
   */
  public RdsToken(Properties connection) {
    login =
        new Login(
            PGProperty.PG_HOST.getOrDefault(connection),
            Integer.parseInt(PGProperty.PG_PORT.getOrDefault(connection)),
            PGProperty.USER.getOrDefault(connection),
            connection.getProperty(REGION));
  }

  Login login() {
    return login;
  }

  @Override
  public char[] getPassword(AuthenticationRequestType type) throws PSQLException {
    try {
      return TOKENS.token(login).toCharArray();
    } catch (SdkException e) {
      throw new PSQLException(
          "Nobody gives the credentials that sign the log-in of " + login.user(),
          PSQLState.CONNECTION_REJECTED,
          e);
    }
  }
}
