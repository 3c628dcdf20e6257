package za.lexohub.sessions;

/**
 * One session of one user.
 *
 * @param userId the {@code sub} of their tokens; an installation has one issuer
 * @param sessionId what the issuer calls the session
 */
public record SessionKey(String userId, String sessionId) {}
