package za.lexohub.readmodels.money;

/** An amount in minor units (cents) with its ISO 4217 currency. */
public record Money(long amount, String currency) {

  public static final String ZAR = "ZAR";

  /** So many cents of South African rand, the only currency so far. */
  public static Money cents(long amount) {
    return new Money(amount, ZAR);
  }
}
