package za.lexohub.processes.mail;

import za.lexohub.messages.TenantCommand;

/** One mail about one document: what the log says of it, and how its outcome is recorded. */
interface Correspondence {

  Decision decide();

  TenantCommand sent(String messageId);

  TenantCommand failed(String reason);
}
