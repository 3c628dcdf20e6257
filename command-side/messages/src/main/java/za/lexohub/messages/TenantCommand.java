package za.lexohub.messages;

/**
 * A command on one tenant's books. An aggregate of another tenant answers it as if it did not exist
 * ({@link NotFound}), whatever the command asks.
 */
public interface TenantCommand {

  TenantId tenant();
}
