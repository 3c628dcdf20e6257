package za.lexohub.processes.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The fixed words of one paper, in the language that the paper is written in. */
final class Words {

  private final Properties words = new Properties();
  private final byte[] source;

  private Words(byte[] source) {
    this.source = source;
  }

  /** From a resource beside this class. */
  static Words load(String resource) {
    try (InputStream in = Words.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      Words words = new Words(in.readAllBytes());
      try (Reader reader =
          new InputStreamReader(new ByteArrayInputStream(words.source), StandardCharsets.UTF_8)) {
        words.words.load(reader);
      }
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String of(String key) {
    String word = words.getProperty(key);
    if (word == null) {
      throw new IllegalArgumentException("no words for " + key);
    }
    return word;
  }

  /** The words under the key where VAT is charged, or those without any word of VAT. */
  String of(String key, boolean vat) {
    return vat ? of(key + ".vendor") : of(key);
  }

  /** With the places {@code {name}} filled in. */
  String with(String key, String... namesAndValues) {
    String text = of(key);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      text = text.replace("{" + namesAndValues[i] + "}", namesAndValues[i + 1]);
    }
    return text;
  }

  byte[] source() {
    return source.clone();
  }
}
