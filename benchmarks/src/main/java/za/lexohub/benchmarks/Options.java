package za.lexohub.benchmarks;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the command line says: {@code --name value} pairs, and {@code --smoke} alone. A benchmark
 * asks for all its options before it starts and then for {@link #requireNoOther}.
 */
public final class Options {

  private static final Set<String> FLAGS = Set.of("smoke");

  private final Map<String, String> values;
  private final Set<String> asked = new HashSet<>(FLAGS);

  private Options(Map<String, String> values) {
    this.values = values;
  }

  /**
   * @throws Wrong when a name has no dashes or a value is missing
   */
  public static Options parse(String... arguments) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      if (!arguments[i].startsWith("--")) {
        throw new Wrong("An option begins with two dashes, unlike " + arguments[i] + ".");
      }
      String name = arguments[i].substring(2);
      if (FLAGS.contains(name)) {
        values.put(name, "true");
      } else if (i + 1 == arguments.length) {
        throw new Wrong("The option --" + name + " needs a value.");
      } else {
        values.put(name, arguments[++i]);
      }
    }
    return new Options(values);
  }

  /** Whether only a sign of life is wanted: everything once, and as short as can be. */
  public boolean smoke() {
    return values.containsKey("smoke");
  }

  public String text(String name, String otherwise) {
    asked.add(name);
    return values.getOrDefault(name, otherwise);
  }

  public int number(String name, int otherwise) {
    return numbers(name, otherwise).getFirst();
  }

  /** Numbers with commas between them. */
  public List<Integer> numbers(String name, Integer... otherwise) {
    asked.add(name);
    String value = values.get(name);
    if (value == null) {
      return List.of(otherwise);
    }
    try {
      return Arrays.stream(value.split(",")).map(String::strip).map(Integer::valueOf).toList();
    } catch (NumberFormatException e) {
      throw new Wrong("The option --" + name + " wants numbers, not " + value + ".");
    }
  }

  /** Words with commas between them, each one of those that are known. */
  public List<String> words(String name, String... known) {
    asked.add(name);
    String value = values.get(name);
    List<String> words = value == null ? List.of(known) : List.of(value.split(","));
    for (String word : words) {
      if (!List.of(known).contains(word)) {
        throw new Wrong("The option --" + name + " knows " + List.of(known) + ", not " + word);
      }
    }
    return words;
  }

  /**
   * @throws Wrong when the command line holds an option that nobody has asked for
   */
  public void requireNoOther() {
    for (String name : values.keySet()) {
      if (!asked.contains(name)) {
        throw new Wrong("There is no option --" + name + " here.");
      }
    }
  }

  /** The command line cannot be understood; the message says why. */
  public static final class Wrong extends RuntimeException {
    Wrong(String message) {
      super(message);
    }
  }
}
