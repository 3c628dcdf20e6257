package za.lexohub.processes.mail;

/** A PDF that goes along. */
record Attachment(String filename, byte[] content) {}
