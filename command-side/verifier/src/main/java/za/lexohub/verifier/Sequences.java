package za.lexohub.verifier;

import java.util.HashMap;
import java.util.Map;

/** Each aggregate's events are numbered from 0 on without a gap. */
final class Sequences {

  private final Findings findings;
  private final Map<String, Long> next = new HashMap<>();

  Sequences(Findings findings) {
    this.findings = findings;
  }

  void check(EventLine event) {
    String key = event.aggregateType() + "\0" + event.aggregateId();
    long expected = next.getOrDefault(key, 0L);
    if (event.sequence() != expected) {
      String name = event.aggregateType() + " " + event.aggregateId();
      findings.at(
          event.position(),
          event.sequence() > expected
              ? "@: before it "
                  + (event.sequence() - expected)
                  + " event(s) of "
                  + name
                  + " are missing (sequence "
                  + expected
                  + " on)"
              : "@: sequence " + event.sequence() + " of " + name + " is there a second time");
    }
    next.put(key, Math.max(expected, event.sequence() + 1));
  }
}
