package za.lexohub.processes.pdf;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Image;

/** How a practice's papers look: its accent and its logo, or the house's accent and none. */
final class Brand {

  static final Brand HOUSE = new Brand(null, null, null);

  private static final float LOGO_WIDTH = 170;
  private static final float LOGO_HEIGHT = 52;

  private final Color accent;
  private final byte @Nullable [] logo;
  private final @Nullable String pin;

  private Brand(@Nullable Color accent, byte @Nullable [] logo, @Nullable String pin) {
    this.accent = accent == null ? Setting.ACCENT : accent;
    this.logo = logo;
    this.pin = pin;
  }

  /**
   * @param accent the house's when absent
   * @param logo PNG
   * @param pin names the look, so that two papers with the same pin look alike
   */
  static Brand of(@Nullable Color accent, byte @Nullable [] logo, String pin) {
    return new Brand(accent, logo, pin);
  }

  Color accent() {
    return accent;
  }

  /** Absent for the house's look. */
  @Nullable String pin() {
    return pin;
  }

  /** To be set once; as large as its place allows. */
  @Nullable Image logo() {
    if (logo == null) {
      return null;
    }
    try {
      Image image = Image.getInstance(logo);
      image.scaleToFit(LOGO_WIDTH, LOGO_HEIGHT);
      image.setWidthPercentage(0);
      image.setAlignment(Image.LEFT);
      return image;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
