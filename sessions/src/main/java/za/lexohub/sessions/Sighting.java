package za.lexohub.sessions;

/**
 * A session as one request shows it.
 *
 * @param tenantId whose books its user works on
 * @param network of the caller, shortened so that it names no person
 * @param client the program that was given the token, as the issuer calls it; {@code unknown} when
 *     it does not say
 */
public record Sighting(SessionKey key, String tenantId, String network, String client) {}
