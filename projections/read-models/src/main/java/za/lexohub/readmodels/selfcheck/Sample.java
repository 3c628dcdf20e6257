package za.lexohub.readmodels.selfcheck;

/** Something that has events, drawn by lot. */
public record Sample(String tenant, String aggregateType, String aggregateId) {}
