package za.lexohub.messages.serialization;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What the payload of an event looks like, as JSON Schema 2020-12, for every revision that a
 * release has ever written. The files stand in {@code docs/schemas}; one is never changed once a
 * release has gone out with it.
 */
public final class EventSchemas {

  private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z0-9]*");

  /**
   * The schema as it is published, UTF-8 text with a line feed at its end.
   *
   * @throws IllegalArgumentException when no release has written such an event
   */
  public static String jsonSchema(String type, int revision) {
    String name = fileName(type, revision);
    try (InputStream file =
        NAME.matcher(type).matches()
            ? EventSchemas.class.getResourceAsStream("schemas/" + name)
            : null) {
      if (file == null) {
        throw new IllegalArgumentException(
            "there is no schema of %s in revision %d".formatted(type, revision));
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the schema " + name, e);
    }
  }

  /** Its name in {@code docs/schemas} and in an auditor's pack. */
  public static String fileName(String type, int revision) {
    return type + "." + revision + ".json";
  }

  private EventSchemas() {}
}
