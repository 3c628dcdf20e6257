package za.lexohub.verifier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one JSON value exactly as RFC 8259 writes it. Objects are {@code Map}, arrays {@code List},
 * strings {@code String}, numbers {@link Num}, and {@code true}, {@code false} and {@code null}
 * themselves. Stricter than many readers where a second reading would let two people see two
 * different events in the same bytes: no name twice, no half of a surrogate pair, nothing after the
 * value.
 */
final class Json {

  /** A number as it was written: nothing is rounded. */
  record Num(String text) {

    /**
     * The whole number that stands here, written the one usual way (no exponent, no {@code -0}).
     */
    long whole() throws Malformed {
      if (!text.matches("0|-?[1-9][0-9]{0,18}")) {
        throw new Malformed("not a whole number: " + text);
      }
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException e) {
        throw new Malformed("number out of range: " + text);
      }
    }
  }

  private static final int DEEPEST = 500;

  private final String text;
  private int at;
  private int depth;

  private Json(String text) {
    this.text = text;
  }

  static Object read(String text) throws Malformed {
    Json json = new Json(text);
    json.space();
    Object value = json.value();
    json.space();
    if (json.at < text.length()) {
      throw json.wrong("something follows the value");
    }
    return value;
  }

  static Map<String, Object> readObject(String text) throws Malformed {
    return object(read(text), "the line");
  }

  static Map<String, Object> object(Object value, String what) throws Malformed {
    if (!(value instanceof Map<?, ?> map)) {
      throw new Malformed(what + " is not a JSON object");
    }
    Map<String, Object> object = new LinkedHashMap<>();
    map.forEach((name, member) -> object.put((String) name, member));
    return object;
  }

  static String string(Map<String, Object> object, String name) throws Malformed {
    if (object.get(name) instanceof String string) {
      return string;
    }
    throw new Malformed("\"" + name + "\" is missing or is no string");
  }

  static long whole(Map<String, Object> object, String name) throws Malformed {
    if (object.get(name) instanceof Num number) {
      return number.whole();
    }
    throw new Malformed("\"" + name + "\" is missing or is no number");
  }

  /** Writes a string for a report; everything beyond ASCII is escaped. */
  static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < 0x20 || c > 0x7e) {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  private Object value() throws Malformed {
    if (at == text.length()) {
      throw wrong("the text ends too early");
    }
    return switch (text.charAt(at)) {
      case '{' -> members();
      case '[' -> elements();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, Object> members() throws Malformed {
    deeper();
    Map<String, Object> members = new LinkedHashMap<>();
    at++;
    space();
    if (!taken('}')) {
      do {
        space();
        if (at == text.length() || text.charAt(at) != '"') {
          throw wrong("a name is expected");
        }
        String name = string();
        space();
        expect(':');
        space();
        if (members.containsKey(name)) {
          throw wrong("the name " + quote(name) + " stands here twice");
        }
        members.put(name, value());
        space();
      } while (taken(','));
      expect('}');
    }
    depth--;
    return members;
  }

  private List<Object> elements() throws Malformed {
    deeper();
    List<Object> elements = new ArrayList<>();
    at++;
    space();
    if (!taken(']')) {
      do {
        space();
        elements.add(value());
        space();
      } while (taken(','));
      expect(']');
    }
    depth--;
    return elements;
  }

  private String string() throws Malformed {
    StringBuilder string = new StringBuilder();
    at++;
    while (true) {
      char c = next();
      if (c == '"') {
        break;
      } else if (c < 0x20) {
        throw wrong("a control character stands in a string");
      } else if (c == '\\') {
        string.append(escaped());
      } else {
        string.append(c);
      }
    }
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < string.length()
              && Character.isLowSurrogate(string.charAt(i + 1));
      if (pair) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw wrong("half of a surrogate pair stands in a string");
      }
    }
    return string.toString();
  }

  private char escaped() throws Malformed {
    char c = next();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
          char digit = next();
          int nibble = digit < 128 ? Character.digit(digit, 16) : -1;
          if (nibble < 0) {
            throw wrong("\\u takes four hexadecimal digits");
          }
          unit = unit << 4 | nibble;
        }
        yield (char) unit;
      }
      default -> throw wrong("unknown escape");
    };
  }

  private Num number() throws Malformed {
    int from = at;
    taken('-');
    if (!taken('0')) {
      digits();
    }
    if (taken('.')) {
      digits();
    }
    if (taken('e') || taken('E')) {
      if (!taken('+')) {
        taken('-');
      }
      digits();
    }
    return new Num(text.substring(from, at));
  }

  private void digits() throws Malformed {
    int from = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == from) {
      throw wrong("a value is expected");
    }
  }

  private Object word(String word, Object meaning) throws Malformed {
    if (!text.startsWith(word, at)) {
      throw wrong("a value is expected");
    }
    at += word.length();
    return meaning;
  }

  private void space() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean taken(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char c) throws Malformed {
    if (!taken(c)) {
      throw wrong("'" + c + "' is expected");
    }
  }

  private char next() throws Malformed {
    if (at == text.length()) {
      throw wrong("the text ends too early");
    }
    return text.charAt(at++);
  }

  private void deeper() throws Malformed {
    if (++depth > DEEPEST) {
      throw wrong("nested too deeply");
    }
  }

  private Malformed wrong(String what) {
    return new Malformed("not valid JSON at character " + (at + 1) + ": " + what);
  }
}
