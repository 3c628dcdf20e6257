package za.lexohub.processes.pdf;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.text.Normalizer;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;

/**
 * The typefaces of every paper: Liberation 2 (SIL Open Font License), embedded as subsets, so that
 * a paper looks the same everywhere. Parsed once; a parsed face is only read afterwards.
 */
enum Face {
  TEXT("LiberationSans-Regular"),
  BOLD("LiberationSans-Bold"),
  ITALIC("LiberationSans-Italic"),
  DISPLAY("LiberationSerif-Bold");

  /** Stands before every subset's name until the document's own prefix is known. */
  static final String SUBSET_PREFIX = "AAAAAA+";

  private static final int NO_SUCH_GLYPH = '\u25a1';

  private final byte[] program;
  private final BaseFont base;

  Face(String name) {
    String resource = "/liberation/" + name + ".ttf";
    try (InputStream in = Face.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing font " + resource);
      }
      program = in.readAllBytes();
      base =
          BaseFont.createFont(
              name + ".ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, program, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    base.setSubset(true);
    base.setSecureRandom(new NoChance());
  }

  Font at(float size, Color color) {
    return new Font(base, size, Font.UNDEFINED, color);
  }

  BaseFont base() {
    return base;
  }

  byte[] program() {
    return program.clone();
  }

  /**
   * The text as this face can set it: letters composed, controls gone, and a box for what has no
   * glyph, so that a reader sees that something is missing.
   */
  String printable(String text) {
    StringBuilder out = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .replace("\r\n", "\n")
        .codePoints()
        .forEach(c -> out.appendCodePoint(printable(c)));
    return out.toString();
  }

  private int printable(int c) {
    if (c == '\n') {
      return c;
    }
    if (Character.isWhitespace(c) || Character.isISOControl(c)) {
      return ' ';
    }
    if (c == '\u2011') {
      return '-';
    }
    return base.charExists(c) ? c : NO_SUCH_GLYPH;
  }

  /** Makes the subset prefix of OpenPDF a constant; nothing secret depends on it. */
  private static final class NoChance extends SecureRandom {
    private static final long serialVersionUID = 1L;

    @Override
    public double nextDouble() {
      return 0;
    }
  }
}
