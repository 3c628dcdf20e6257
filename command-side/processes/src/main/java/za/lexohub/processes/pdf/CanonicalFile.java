package za.lexohub.processes.pdf;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Takes out of a PDF what OpenPDF took from chance and from the platform, and puts the content's
 * own hash in its place. Nothing changes its length, so the cross-reference table stays true.
 */
final class CanonicalFile {

  private static final int ENTRY = 20;

  static byte[] of(byte[] pdf) {
    digits(pdf);
    // Latin-1 maps every byte to one char and back.
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    int trailer = text.lastIndexOf("trailer");
    int id = text.indexOf("/ID", trailer);
    int from = text.indexOf('[', id) + 1;
    int to = text.indexOf(']', from);
    if (trailer < 0 || id < 0 || from <= 0 || to - from != 68) {
      throw new IllegalStateException("the file id does not stand where it is expected");
    }
    String anonymous = text.substring(0, from) + "0".repeat(to - from) + text.substring(to);
    byte[] hash = PdfRenderer.digest().digest(anonymous.getBytes(StandardCharsets.ISO_8859_1));
    String fileId = "<" + HexFormat.of().formatHex(hash, 0, 16) + ">";
    return (text.substring(0, from) + fileId + fileId + text.substring(to))
        .replace(Face.SUBSET_PREFIX + "Liberation", prefix(hash) + "+Liberation")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * OpenPDF 3.0.5 writes the cross-reference table with the digits of the default locale, cut to
   * one byte each, which no reader can read. The first offset of a table is all zeros, so it shows
   * which byte stands for 0.
   */
  private static void digits(byte[] pdf) {
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    int start = text.lastIndexOf("startxref\n") + "startxref\n".length();
    int table = Integer.parseInt(text.substring(start, text.indexOf('\n', start)));
    int head = text.indexOf('\n', table) + 1;
    int first = text.indexOf('\n', head) + 1;
    int entries = Integer.parseInt(text.substring(head, first - 1).split(" ")[1]);
    byte zero = pdf[first];
    for (int entry = first; entry < first + entries * ENTRY; entry += ENTRY) {
      for (int at = entry; at < entry + 16; at++) {
        if (at != entry + 10) {
          pdf[at] = (byte) ('0' + pdf[at] - zero);
        }
      }
    }
  }

  private static String prefix(byte[] hash) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      letters.append((char) ('A' + (hash[16 + i] & 0xff) % 26));
    }
    return letters.toString();
  }

  private CanonicalFile() {}
}
