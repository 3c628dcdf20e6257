package za.lexohub.messages.practice;

/**
 * How well text of a colour can be read on white paper.
 *
 * @param ratio from 1, white on white, to 21, black on white (WCAG 2.2, 1.4.3)
 */
public record Contrast(double ratio) {

  /** For small text; WCAG 2.2, level AA. */
  public static final double READABLE = 4.5;

  /**
   * @param colour {@code #RRGGBB}
   */
  public static Contrast onWhite(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    double luminance =
        0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    return new Contrast(1.05 / (luminance + 0.05));
  }

  public boolean isReadable() {
    return ratio >= READABLE;
  }

  /** Strict, because a paper that is set again has to come to the same answer on any machine. */
  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : StrictMath.pow((share + 0.055) / 1.055, 2.4);
  }
}
