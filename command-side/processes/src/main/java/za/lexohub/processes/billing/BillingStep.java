package za.lexohub.processes.billing;

/** The states of the plan's workflow, in their order. Their names stand in the log. */
enum BillingStep {
  VALIDATE_PRO_FORMA,
  GENERATE_INVOICE,
  GENERATE_PDF,
  SEND_NOTIFICATION,
  UPDATE_STATUS;

  BillingStep next() {
    return values()[ordinal() + 1];
  }
}
