package za.lexohub.sessions;

/** What may be said of a session at the moment that somebody asks under it. */
public enum Standing {
  ACTIVE,
  /** Its user ended it, or began more sessions than one may have. */
  REVOKED,
  /** Nobody asked under it for longer than a session may rest. */
  IDLE,
  /** It is older than a session may become. */
  EXPIRED,
  /** Neither store answers. Whoever is asked lets the request in. */
  UNKNOWN_NOW;

  /** Whether a token of the session still opens the door. */
  public boolean letsIn() {
    return this == ACTIVE || this == UNKNOWN_NOW;
  }
}
