package za.lexohub.query.search;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import za.lexohub.query.Answer;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.Consistency;

/**
 * Asks read models that have applied what the caller knows of and were whole while they were asked.
 * An index shows what it has applied only once it is refreshed, which costs every reader something:
 * it is refreshed for a caller's token once, and not again for tokens before that.
 */
final class FreshSearch {

  private static final Refreshed NEVER = new Refreshed(0, 0);

  private final AppliedWait applied;
  private final Map<String, Refreshed> refreshed = new ConcurrentHashMap<>();

  FreshSearch(AppliedWait applied) {
    this.applied = applied;
  }

  /**
   * Asks the indexes.
   *
   * @param question is told whether the indexes must be refreshed before they are asked
   */
  <T> Answer<T> indexes(
      Collection<DocumentType> types, Consistency wanted, Function<Boolean, T> question) {
    Map<String, Long> beginnings = beginnings(types, DocumentType::group);
    long position = await(beginnings, wanted);
    boolean refresh =
        beginnings.entrySet().stream()
            .anyMatch(
                group ->
                    refreshed
                        .getOrDefault(group.getKey(), NEVER)
                        .isBefore(group.getValue(), wanted.position()));
    T answer = question.apply(refresh);
    beginnings.forEach(applied::requireStillWhole);
    if (refresh) {
      beginnings.forEach(
          (group, times) ->
              refreshed.merge(group, new Refreshed(times, position), Refreshed::later));
    }
    return new Answer<>(answer, position);
  }

  /** Asks the tables that hold the same. */
  <T> Answer<T> tables(Collection<DocumentType> types, Consistency wanted, Supplier<T> question) {
    Map<String, Long> beginnings = beginnings(types, DocumentType::tableGroup);
    long position = await(beginnings, wanted);
    T answer = question.get();
    beginnings.forEach(applied::requireStillWhole);
    return new Answer<>(answer, position);
  }

  private long await(Map<String, Long> groups, Consistency wanted) {
    return applied.await(wanted, groups.keySet().toArray(String[]::new));
  }

  /** Asked before anything else, so that a filling that begins meanwhile is noticed. */
  private Map<String, Long> beginnings(
      Collection<DocumentType> types, Function<DocumentType, String> group) {
    return types.stream()
        .map(group)
        .distinct()
        .collect(Collectors.toMap(Function.identity(), applied::beginnings));
  }

  /**
   * What an index is known to show.
   *
   * @param beginnings how often it had begun anew
   * @param through the position that it had applied through
   */
  private record Refreshed(long beginnings, long through) {

    boolean isBefore(long times, long position) {
      return times > beginnings || position > through;
    }

    Refreshed later(Refreshed other) {
      if (beginnings != other.beginnings) {
        return beginnings > other.beginnings ? this : other;
      }
      return through > other.through ? this : other;
    }
  }
}
