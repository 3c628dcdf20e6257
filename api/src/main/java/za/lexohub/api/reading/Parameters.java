package za.lexohub.api.reading;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import za.lexohub.api.input.Days;
import za.lexohub.api.problem.InputError;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.readmodels.paging.Range;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.paging.SortKey;

/** Reads the parameters of one request; what cannot be read is refused by name. */
public final class Parameters {
  public static final int USUAL_LIMIT = 50;
  public static final int MAX_LIMIT = 500;
  private static final int MAX_TEXT = 200;
  private static final String TIME = "must be a time like 2026-03-31T10:00:00Z";
  private static final String DATE = "must be a date like 2026-03-31, in the years 1900 to 2199";

  private final HttpServletRequest request;

  public Parameters(HttpServletRequest request) {
    this.request = request;
  }

  public @Nullable String text(String name) {
    return text(name, MAX_TEXT);
  }

  public @Nullable String text(String name, int maxLength) {
    String[] values = request.getParameterValues(name);
    if (values == null) {
      return null;
    }
    if (values.length > 1) {
      throw wrong(name, "invalid-value", "may be given once");
    }
    String value = values[0].strip();
    if (value.length() > maxLength || value.chars().anyMatch(Character::isISOControl)) {
      throw wrong(name, "length", "must be one line of at most " + maxLength + " characters");
    }
    return value.isEmpty() ? null : value;
  }

  /** A parameter that may be given several times. */
  public List<String> texts(String name) {
    String[] values = request.getParameterValues(name);
    if (values == null) {
      return List.of();
    }
    for (String value : values) {
      if (value.isBlank()
          || value.length() > MAX_TEXT
          || value.chars().anyMatch(Character::isISOControl)) {
        throw wrong(name, "length", "must be one line of 1 to " + MAX_TEXT + " characters");
      }
    }
    return Arrays.stream(values).map(String::strip).distinct().toList();
  }

  public @Nullable UUID uuid(String name) {
    return read(name, UUID::fromString, "must be a UUID");
  }

  public @Nullable Boolean flag(String name) {
    return read(
        name,
        text ->
            switch (text) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new IllegalArgumentException(text);
            },
        "must be true or false");
  }

  /** {@code status=SENT,OVERDUE}, in any case. */
  public <E extends Enum<E>> Set<E> anyOf(String name, Class<E> type) {
    String text = text(name);
    Set<E> chosen = EnumSet.noneOf(type);
    if (text != null) {
      for (String word : text.split(",")) {
        chosen.add(constant(name, word.strip(), type));
      }
    }
    return chosen;
  }

  public static <E extends Enum<E>> Set<String> names(Set<E> constants) {
    return constants.stream().map(Enum::name).collect(Collectors.toSet());
  }

  public <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type) {
    String text = text(name);
    return text == null ? null : constant(name, text, type);
  }

  /** {@code a,b}, as they are. */
  public Set<String> words(String name) {
    String text = text(name);
    return text == null
        ? Set.of()
        : Arrays.stream(text.split(","))
            .map(String::strip)
            .filter(word -> !word.isEmpty())
            .collect(Collectors.toSet());
  }

  public @Nullable LocalDate date(String name) {
    return read(name, Days::day, "must be a date like 2026-03-31");
  }

  public Range<LocalDate> dates(String name) {
    return range(name, Days::day, "must be a date like 2026-03-31");
  }

  /** Whole cents. */
  public Range<Long> cents(String name) {
    return range(name, Long::valueOf, "must be an amount in whole cents");
  }

  public @Nullable Instant instant(String name) {
    return read(name, Parameters::time, TIME);
  }

  public Range<Instant> instants(String name) {
    return range(name, Parameters::time, TIME);
  }

  /** An unescaped plus has become a space on its way. */
  private static Instant time(String text) {
    return Days.instant(text.replace(' ', '+'));
  }

  /** A place in the log, from 1. */
  public @Nullable Long position(String name) {
    return read(
        name,
        text -> {
          long position = Long.parseLong(text);
          if (position < 1) {
            throw new IllegalArgumentException(text);
          }
          return position;
        },
        "must be a position, a whole number from 1");
  }

  public int limit() {
    Integer limit =
        read(
            "limit",
            text -> {
              int number = Integer.parseInt(text);
              if (number < 1 || number > MAX_LIMIT) {
                throw new IllegalArgumentException(text);
              }
              return number;
            },
            "must be 1 to " + MAX_LIMIT);
    return limit == null ? USUAL_LIMIT : limit;
  }

  /** As long as they come; who reads it knows what one looks like. */
  @Nullable String cursor() {
    return request.getParameter("after");
  }

  public <K extends SortKey> Sort<K> sort(K[] allowed, K usual) {
    String text = text("sort");
    if (text == null) {
      return Sort.descending(usual);
    }
    try {
      return Sort.parse(text, allowed);
    } catch (IllegalArgumentException unknown) {
      throw wrong("sort", "unknown-value", String.valueOf(unknown.getMessage()));
    }
  }

  /**
   * @throws Refusal when one of these is given: what would be ignored is refused
   */
  public void refuse(String why, String... names) {
    for (String name : names) {
      if (request.getParameter(name) != null) {
        throw Refusal.input(
            ProblemCode.INVALID_PARAMETER,
            why,
            new InputError(name, "invalid-value", "is not for this"));
      }
    }
  }

  private <T extends Comparable<? super T>> Range<T> range(
      String name, Function<String, T> parse, String expected) {
    return new Range<>(
        read(name + "[gte]", parse, expected),
        read(name + "[gt]", parse, expected),
        read(name + "[lte]", parse, expected),
        read(name + "[lt]", parse, expected));
  }

  private <T> @Nullable T read(String name, Function<String, T> parse, String expected) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException | DateTimeException unreadable) {
      throw wrong(name, "wrong-type", expected);
    }
  }

  private static <E extends Enum<E>> E constant(String name, String word, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    name,
                    "unknown-value",
                    "must be of "
                        + Arrays.stream(type.getEnumConstants())
                            .map(Enum::name)
                            .collect(Collectors.joining(", "))));
  }

  private static Refusal wrong(String name, String code, String message) {
    return Refusal.input(
        ProblemCode.INVALID_PARAMETER,
        "The parameter " + name + " " + message + ".",
        new InputError(name, code, message));
  }
}
