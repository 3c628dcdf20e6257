package za.lexohub.sessions;

import java.util.List;

/**
 * The sessions of all users. DynamoDB holds the truth, Redis answers while it can; a session that
 * was ended on one node is ended on every node within 5 s, as long as one of the two answers.
 */
public interface Sessions {

  /**
   * Where the session stands, which begins it when it was never seen. Beginning one more than a
   * user may have ends the one of theirs that was seen longest ago. Never throws because a store is
   * away.
   */
  Standing check(Sighting sighting);

  /**
   * The sessions of a user that still let in, the latest seen first.
   *
   * @throws SessionsUnavailable when DynamoDB does not answer
   */
  List<Session> of(String userId);

  /**
   * Ends a session. Ending it again changes nothing.
   *
   * @return false when the user never had such a session, or no longer has a record of it
   * @throws SessionsUnavailable when DynamoDB does not answer; the session may have ended all the
   *     same, and ending it again finds out
   */
  boolean revoke(String userId, String sessionId);

  /**
   * Ends all sessions of a user but one.
   *
   * @return how many it ended
   * @throws SessionsUnavailable as {@link #revoke}
   */
  int revokeOthers(String userId, String keptId);
}
