package za.lexohub.api.startup;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a process on AWS must be told.
 *
 * @param property its name in dashes and dots
 * @param what it is for, to end a sentence
 * @param roles those that cannot do without
 */
record Setting(String property, Form form, String what, Set<String> roles) {

  /** What somebody writes who means to come back. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "change[-_ ]?me|replace[-_ ]?me|to[-_ ]?do|tbd|x{3,}|<.*>|\\$\\{.*}",
          Pattern.CASE_INSENSITIVE);

  private static final List<String> ALL =
      List.of("command", "process", "worker", "projection", "query");

  /** How a value looks that can be one. */
  enum Form {
    TEXT("", "a word"),
    WEB_URL("https?", "a URL, https://..."),
    JDBC_URL("jdbc:postgresql", "a URL, jdbc:postgresql://..."),
    REDIS_URL("rediss?", "a URL, rediss://...");

    private final String scheme;
    private final String description;

    Form(String scheme, String description) {
      this.scheme = scheme;
      this.description = description;
    }

    boolean fits(String value) {
      if (this == TEXT) {
        return true;
      }
      if (!value.matches("(?i)" + scheme + "://.+")) {
        return false;
      }
      try {
        // A name with an underscore is an authority, and no host to java.net.URI.
        return URI.create(value.replaceFirst("^jdbc:", "")).getRawAuthority() != null;
      } catch (IllegalArgumentException e) {
        return false;
      }
    }
  }

  static Setting everybody(String property, Form form, String what) {
    return new Setting(property, form, what, Set.copyOf(ALL));
  }

  static Setting of(String property, Form form, String what, String... roles) {
    return new Setting(property, form, what, Set.of(roles));
  }

  /** As an environment variable. */
  String variable() {
    return property.toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_');
  }

  /**
   * A sentence that says what is wrong with this value, without the value: it may be a secret.
   * Nothing when it can be used.
   */
  Optional<String> complaint(@Nullable String value) {
    if (value == null || value.isBlank()) {
      return sentence("is missing");
    }
    if (PLACEHOLDER.matcher(value.strip()).matches()) {
      return sentence("still has a placeholder for a value");
    }
    if (!form.fits(value.strip())) {
      return sentence("must be " + form.description);
    }
    return Optional.empty();
  }

  private Optional<String> sentence(String trouble) {
    return Optional.of("%s (%s) %s: %s.".formatted(variable(), property, trouble, what));
  }

  /** The roles among these profiles; all of them when there is none. */
  static Set<String> roles(String... profiles) {
    Set<String> named = Set.of(profiles);
    Set<String> played = ALL.stream().filter(named::contains).collect(Collectors.toSet());
    return played.isEmpty() ? Set.copyOf(ALL) : played;
  }
}
