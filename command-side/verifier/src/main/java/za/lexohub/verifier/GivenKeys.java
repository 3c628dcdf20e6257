package za.lexohub.verifier;

import java.util.ArrayList;
import java.util.List;

/** The keys that the reader has brought along: the log's, and those of its packs. */
record GivenKeys(List<KeyPeriod> log, List<KeyPeriod> packs) {

  private static final String PACK = "/pack";

  /** Tells them apart by their names. */
  static GivenKeys of(List<KeyPeriod> all) throws Malformed {
    List<KeyPeriod> log = new ArrayList<>();
    List<KeyPeriod> packs = new ArrayList<>();
    for (KeyPeriod period : all) {
      String name = period.key().name();
      boolean pack =
          name.endsWith(PACK)
              && all.stream()
                  .anyMatch(
                      other ->
                          other
                              .key()
                              .name()
                              .equals(name.substring(0, name.length() - PACK.length())));
      (pack ? packs : log).add(period);
    }
    if (log.stream().map(period -> period.key().name()).distinct().count() > 1) {
      throw new Malformed("the keys are those of different logs");
    }
    return new GivenKeys(log, packs);
  }
}
