package za.lexohub.readmodels.party;

/** Which of a file's subjects are to be forgotten: client, attorney, and every text typed. */
public record Forgotten(boolean client, boolean attorney, boolean wording) {}
