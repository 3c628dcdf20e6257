package za.lexohub.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import za.lexohub.embedded.part.Listener;
import za.lexohub.embedded.part.PartFailed;

/**
 * How the parts are to start.
 *
 * @param data the folder they keep their data in ({@code lexohub.data}, {@code .lexohub} unless
 *     told)
 * @param fresh whether that folder is emptied first ({@code lexohub.fresh})
 * @param kind what runs them ({@code lexohub.parts})
 * @param ports where they listen ({@code lexohub.ports.*}); 0 is any free port, what is missing has
 *     its usual one
 * @param limit how long one part may take until it answers
 */
public record PartsSettings(
    Path data, boolean fresh, Kind kind, Map<Listener, Integer> ports, Duration limit) {

  /** What runs the parts. */
  public enum Kind {
    /** Processes of this machine, which need nothing installed. */
    EMBEDDED,
    /** Containers, by Testcontainers. */
    CONTAINERS,
    /** Nothing: somebody else runs them. */
    NONE
  }

  private static final Path USUAL_DATA = Path.of(".lexohub");

  /**
   * A quiet machine needs ten seconds for all of them; a busy one with two cores several times
   * that.
   */
  private static final Duration USUAL_LIMIT = Duration.ofSeconds(60);

  public PartsSettings {
    ports = Map.copyOf(ports);
  }

  /**
   * Reads the settings. What is missing or blank keeps its default.
   *
   * @throws PartFailed when a value cannot be understood; the sentence names the property
   */
  public static PartsSettings from(Function<String, @Nullable String> property) {
    Reader reader = new Reader(property);
    Map<Listener, Integer> ports = new EnumMap<>(Listener.class);
    for (Listener listener : Listener.values()) {
      ports.put(listener, reader.port(listener));
    }
    return new PartsSettings(reader.data(), reader.fresh(), reader.kind(), ports, USUAL_LIMIT);
  }

  /** Settings for tests: every port free, the folder emptied. */
  public static PartsSettings onFreePorts(Path data) {
    Map<Listener, Integer> ports = new EnumMap<>(Listener.class);
    for (Listener listener : Listener.values()) {
      ports.put(listener, 0);
    }
    return new PartsSettings(data, true, Kind.EMBEDDED, ports, USUAL_LIMIT);
  }

  public PartsSettings withFresh(boolean changed) {
    return new PartsSettings(data, changed, kind, ports, limit);
  }

  public PartsSettings withPort(Listener listener, int port) {
    Map<Listener, Integer> changed = new EnumMap<>(ports);
    changed.put(listener, port);
    return new PartsSettings(data, fresh, kind, changed, limit);
  }

  public PartsSettings withKind(Kind changed) {
    return new PartsSettings(data, fresh, changed, ports, limit);
  }

  public PartsSettings withLimit(Duration changed) {
    return new PartsSettings(data, fresh, kind, ports, changed);
  }

  private record Reader(Function<String, @Nullable String> property) {

    Path data() {
      String value = read("lexohub.data");
      return value.isEmpty() ? USUAL_DATA : Path.of(value);
    }

    boolean fresh() {
      String value = read("lexohub.fresh");
      return switch (value.toLowerCase(Locale.ROOT)) {
        case "", "false" -> false;
        case "true" -> true;
        default -> throw wrong("lexohub.fresh", value, "true or false");
      };
    }

    Kind kind() {
      String value = read("lexohub.parts");
      return switch (value.toLowerCase(Locale.ROOT)) {
        case "", "embedded" -> Kind.EMBEDDED;
        case "containers" -> Kind.CONTAINERS;
        case "none" -> Kind.NONE;
        default -> throw wrong("lexohub.parts", value, "embedded, containers or none");
      };
    }

    int port(Listener listener) {
      String value = read(listener.property());
      if (value.isEmpty()) {
        return listener.usualPort();
      }
      try {
        int port = Integer.parseInt(value);
        if (port >= 0 && port <= 65_535) {
          return port;
        }
      } catch (NumberFormatException e) {
        // The same answer as for a number that is no port.
      }
      throw wrong(listener.property(), value, "a port number, or 0 for any free port");
    }

    private String read(String name) {
      String value = property.apply(name);
      return value == null ? "" : value.strip();
    }

    private static PartFailed wrong(String name, String value, String expected) {
      return new PartFailed(
          "The property %s cannot be \"%s\".".formatted(name, value),
          "Set it to " + expected + ".");
    }
  }
}
