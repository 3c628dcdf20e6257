package za.lexohub.messages.party;

/**
 * A person or firm on a document. Guards look at {@link #reachableByEmail} and at ids, never at the
 * sealed details ({@link PartyDetails} inside).
 */
public record Party(PersonalData details, boolean reachableByEmail) {}
