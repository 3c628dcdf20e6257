package za.lexohub.processes.delivery;

/** How a delivery stands. */
enum DeliveryState {
  WORKING,
  /** The failure is not on record yet. */
  GIVING_UP,
  /** On record; an answer that comes late, or a person, brings it back to work. */
  FAILED
}
