package za.lexohub.domain.practice;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.numbering.NumberSeries;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.NumberFormat;

/**
 * How a practice prints the numbers of each series. A pattern consists of capital letters, {@code
 * /} and {@code -}, one year ({@code YYYY} or {@code YY}), after it and parted from it one counter
 * ({@code NNNN}, {@code NNN} or {@code NN}; counters that outgrow it are printed whole), and {@code
 * BAR} where the code of the Bar is wanted.
 *
 * <p>So every printed number holds exactly two runs of digits, the year and the counter, whatever
 * the pattern was: two documents of a series never bear the same number, even when the pattern
 * changes in the middle of a year (I4). Nor do documents of two series: a pattern belongs for ever
 * to the series that had it first.
 */
public final class NumberFormats {
  private static final int MAX_LENGTH = 24;
  private static final Pattern PLACEHOLDER = Pattern.compile("YYYY|YY|NNNN|NNN|NN|BAR");
  private static final String LITERALS = "(?:BAR|(?!NN|YY)[A-Z/-])*";
  private static final Pattern SHAPE =
      Pattern.compile(
          LITERALS + "(?:YYYY|YY(?!Y))" + "(?!NN)" + LITERALS + "(?:NNNN|NNN|NN)(?!N)" + LITERALS);

  /** What {@code domain.md} 15 D6 gives every practice. */
  static final NumberFormats USUAL =
      new NumberFormats(
          Map.of(
              NumberSeries.MATTER, "BAR/YYYY/NNN",
              NumberSeries.PRO_FORMA, "PF-YYYY-NNNN",
              NumberSeries.INVOICE, "INV-YYYY-NNNN",
              NumberSeries.CREDIT_NOTE, "CN-YYYY-NNNN",
              NumberSeries.DEBIT_NOTE, "DN-YYYY-NNNN",
              NumberSeries.TRUST_RECEIPT, "TR-YYYY-NNNN"));

  private final Map<NumberSeries, String> patterns;

  /** Which series was the first to have had a pattern that prints like this. */
  private final Map<String, NumberSeries> owners;

  private NumberFormats(Map<NumberSeries, String> patterns) {
    this(patterns, owners(patterns, Map.of()));
  }

  private NumberFormats(Map<NumberSeries, String> patterns, Map<String, NumberSeries> owners) {
    this.patterns = Map.copyOf(patterns);
    this.owners = Map.copyOf(owners);
  }

  /**
   * As {@link #with}, for whoever asks for it now: what one series may have printed once, another
   * never prints again, also after the first has long had another pattern or the practice another
   * Bar. What was recorded before this was asked is read as it stands.
   *
   * @throws RuleViolated {@link Rule#NUMBER_FORMAT_INVALID}
   */
  NumberFormats changed(List<NumberFormat> others) {
    NumberFormats changed = with(others);
    Map<String, NumberSeries> taken = new HashMap<>(owners);
    for (NumberFormat other : others) {
      for (String print : prints(other.pattern())) {
        NumberSeries owner = taken.putIfAbsent(print, other.series());
        if (owner != null && owner != other.series()) {
          throw invalid(other.series(), "could print a number that is or was one of " + owner);
        }
      }
    }
    return changed;
  }

  /**
   * These formats, with others for some series.
   *
   * @throws RuleViolated {@link Rule#NUMBER_FORMAT_INVALID} when a pattern is none, a series is
   *     named twice, or two series could print the same
   */
  NumberFormats with(List<NumberFormat> others) {
    Map<NumberSeries, String> changed = new EnumMap<>(patterns);
    Map<NumberSeries, String> named = new EnumMap<>(NumberSeries.class);
    for (NumberFormat other : others) {
      requirePattern(other);
      if (named.put(other.series(), other.pattern()) != null) {
        throw invalid(other.series(), "is named twice");
      }
    }
    changed.putAll(named);
    Map<String, NumberSeries> seen = new HashMap<>();
    changed.forEach(
        (series, pattern) -> {
          NumberSeries same = seen.put(likeness(pattern), series);
          if (same != null) {
            throw invalid(series, "could print the number of another series, " + same);
          }
        });
    return new NumberFormats(changed, owners(named, owners));
  }

  private static Map<String, NumberSeries> owners(
      Map<NumberSeries, String> patterns, Map<String, NumberSeries> known) {
    Map<String, NumberSeries> owners = new HashMap<>(known);
    patterns.forEach(
        (series, pattern) -> prints(pattern).forEach(it -> owners.putIfAbsent(it, series)));
    return owners;
  }

  /** A number as it stands on the document. */
  public String print(NumberSeries series, Bar bar, int year, int value) {
    return PLACEHOLDER
        .matcher(pattern(series))
        .replaceAll(
            found ->
                switch (found.group()) {
                  case "YYYY" -> "%04d".formatted(year);
                  case "YY" -> "%02d".formatted(year % 100);
                  case "BAR" -> bar.code();
                  default -> ("%0" + found.group().length() + "d").formatted(value);
                });
  }

  /** As the practice has it. */
  public String pattern(NumberSeries series) {
    return patterns.getOrDefault(series, "");
  }

  private static void requirePattern(NumberFormat format) {
    String pattern = format.pattern();
    if (pattern.length() > MAX_LENGTH) {
      throw invalid(format.series(), "is longer than " + MAX_LENGTH + " characters");
    }
    if (!SHAPE.matcher(pattern).matches()) {
      throw invalid(
          format.series(),
          "must be of A-Z, / and -, with one YYYY or YY and after it, parted from it, one NNNN,"
              + " NNN or NN");
    }
  }

  /** The same for patterns that differ in the width of a year or counter alone. */
  private static String likeness(String pattern) {
    return pattern.replace("YYYY", "YY").replaceAll("N{2,4}", "N");
  }

  /**
   * All that a pattern comes to, whatever Bar the practice belongs to, but for year and counter.
   */
  private static List<String> prints(String pattern) {
    return Stream.of(Bar.values())
        .map(bar -> likeness(pattern.replace("BAR", bar.code())))
        .toList();
  }

  private static RuleViolated invalid(NumberSeries series, String why) {
    return new RuleViolated(
        Rule.NUMBER_FORMAT_INVALID,
        "the pattern of " + series + " " + why,
        Map.of("series", series.name()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NumberFormats that && patterns.equals(that.patterns);
  }

  @Override
  public int hashCode() {
    return patterns.hashCode();
  }

  @Override
  public String toString() {
    return patterns.toString();
  }
}
