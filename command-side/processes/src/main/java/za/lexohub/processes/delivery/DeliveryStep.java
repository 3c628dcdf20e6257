package za.lexohub.processes.delivery;

/** Both deliveries take the same two steps. */
enum DeliveryStep {
  GENERATE_PDF,
  SEND_NOTIFICATION
}
