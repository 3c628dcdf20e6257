package za.lexohub.journeys;

/** What can be wrong with the way to a part while the part itself is well. */
enum Fault {
  NONE,

  /** Nobody gets through, and who is connected is cut off. */
  CUT,

  /** As {@link #CUT}, but with a reset, which throws away what was on its way. */
  RESET,

  /** What is sent vanishes, both ways, and nobody is told. */
  DROP,

  /** Every piece arrives five seconds late, long after who sent it has given up. */
  DELAY,

  /** One byte a second, both ways: never silent for long, and never done. */
  TRICKLE,

  /** Requests arrive and are done; the answers never come. */
  HALF_OPEN
}
