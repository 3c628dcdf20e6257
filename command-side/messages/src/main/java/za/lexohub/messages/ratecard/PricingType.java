package za.lexohub.messages.ratecard;

/** How a rate card prices. */
public enum PricingType {
  /** By the hour. */
  HOURLY,
  /** Once. */
  FIXED,
  /** By the piece: pages, letters. */
  PER_ITEM
}
