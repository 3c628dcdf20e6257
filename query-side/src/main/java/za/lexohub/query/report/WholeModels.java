package za.lexohub.query.report;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import za.lexohub.query.Answer;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.Consistency;
import za.lexohub.query.NotYetConsistent;
import za.lexohub.query.ProjectionParked;

/** Asks read models that have applied what the caller knows of and were whole while asked. */
final class WholeModels {

  private final AppliedWait applied;

  WholeModels(AppliedWait applied) {
    this.applied = applied;
  }

  /**
   * For sums, in which nobody would see that something is missing.
   *
   * @throws NotYetConsistent when a read model is behind, or began anew meanwhile
   * @throws ProjectionParked when one lacks an event of this tenant
   */
  <T> Answer<T> sum(String tenant, Consistency wanted, Supplier<T> question, String... groups) {
    return ask(
        wanted,
        () -> {
          for (String group : groups) {
            applied.refuseAnyParked(group, tenant);
          }
          return question.get();
        },
        groups);
  }

  /**
   * For what is looked at thing by thing: what is parked is left out, as in a list.
   *
   * @throws NotYetConsistent when a read model is behind, or began anew meanwhile
   */
  <T> Answer<T> ask(Consistency wanted, Supplier<T> question, String... groups) {
    Map<String, Long> beginnings =
        Arrays.stream(groups).collect(Collectors.toMap(Function.identity(), applied::beginnings));
    long position = applied.await(wanted, groups);
    T answer = question.get();
    beginnings.forEach(applied::requireStillWhole);
    return new Answer<>(answer, position);
  }
}
