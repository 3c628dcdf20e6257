package za.lexohub.api.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.sessions.Session;
import za.lexohub.sessions.SessionsUnavailable;

/**
 * Where somebody is logged in, the latest seen first.
 *
 * @param data all of them; there are only a few
 */
record OwnSessions(List<OwnSession> data) {

  private static final Duration COME_BACK = Duration.ofSeconds(2);

  /**
   * @param lastSeenAt late by up to five minutes
   * @param expiresAt when it ends even if it is used until then
   * @param network it began from, shortened
   * @param client the program that was given the token
   * @param current whether it is the one that asks
   */
  record OwnSession(
      String id,
      Instant startedAt,
      Instant lastSeenAt,
      Instant expiresAt,
      String network,
      String client,
      boolean current) {

    static OwnSession of(Session session, String current) {
      return new OwnSession(
          session.id(),
          session.startedAt(),
          session.lastSeenAt(),
          session.expiresAt(),
          session.network(),
          session.client(),
          session.id().equals(current));
    }
  }

  /** The answer, or a refusal that asks to come again. */
  static <T> T ask(Supplier<T> question) {
    try {
      return question.get();
    } catch (SessionsUnavailable away) {
      throw Refusal.later(
          ProblemCode.UNAVAILABLE, "Sessions cannot be looked up at the moment.", COME_BACK);
    }
  }
}
