package za.lexohub.audit.command;

import java.io.Console;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What stands behind the verb, as {@code --name value}. */
public final class Options {

  private static final List<String> PASSWORDS = List.of("LEXOHUB_DB_PASSWORD", "PGPASSWORD");

  private final Map<String, String> given;
  private final Function<String, @Nullable String> environment;

  private Options(Map<String, String> given, Function<String, @Nullable String> environment) {
    this.given = given;
    this.environment = environment;
  }

  /**
   * @throws Unusable when something is not an option, or has no value, or is there twice
   */
  public static Options parse(String[] arguments, Function<String, @Nullable String> environment) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (!arguments[i].startsWith("--") || arguments[i].length() == 2) {
        throw new Unusable("not an option: " + arguments[i]);
      }
      if (i + 1 == arguments.length) {
        throw new Unusable(arguments[i] + " needs a value");
      }
      if (given.put(arguments[i].substring(2), arguments[i + 1]) != null) {
        throw new Unusable(arguments[i] + " is there twice");
      }
    }
    return new Options(given, environment);
  }

  /**
   * @throws Unusable when there is an option that none of these names
   */
  Options only(String... names) {
    Set<String> known = Set.of(names);
    given.keySet().stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(
            unknown -> {
              throw new Unusable("there is no option --" + unknown);
            });
    return this;
  }

  @Nullable String optional(String name) {
    return given.get(name);
  }

  String required(String name) {
    String value = given.get(name);
    if (value == null) {
      throw new Unusable("--" + name + " is missing");
    }
    return value;
  }

  /** The database that is meant; one connection, to be closed. */
  SingleConnectionDataSource database() {
    String url = required("jdbc");
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new Unusable("--jdbc must begin with jdbc:postgresql:");
    }
    if (url.contains("password=")) {
      throw new Unusable("a command line is no place for a password: leave it out of --jdbc");
    }
    SingleConnectionDataSource database =
        new SingleConnectionDataSource(url, required("user"), password(), true);
    database.setAutoCommit(true);
    return database;
  }

  private String password() {
    for (String variable : PASSWORDS) {
      String value = environment.apply(variable);
      if (value != null) {
        return value;
      }
    }
    Console console = System.console();
    if (console == null) {
      throw new Unusable("no password: set LEXOHUB_DB_PASSWORD");
    }
    char[] typed = console.readPassword("Password: ");
    return typed == null ? "" : new String(typed);
  }

  /** The command line cannot be followed. */
  public static final class Unusable extends RuntimeException {
    Unusable(String message) {
      super(message);
    }
  }
}
