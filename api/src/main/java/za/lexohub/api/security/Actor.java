package za.lexohub.api.security;

import za.lexohub.messages.ActorType;
import za.lexohub.messages.TenantId;

/** Who does something on whose books, as the log records it. */
public record Actor(TenantId tenant, ActorType type, String id) {}
