package za.lexohub.processes.storage;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import za.lexohub.messages.document.Logos.NotALogo;

/**
 * An uploaded picture on its way to the papers. It is drawn anew on white as plain 24-bit PNG: that
 * is what a PDF takes over byte by byte, whichever JVM sets it, and nothing that hid in the upload
 * comes along.
 */
final class LogoPicture {

  /** A larger one is no logo, and would take more memory than it deserves. */
  static final int MOST_PIXELS = 2500;

  static final int FEWEST_PIXELS = 16;

  /** Of what is kept: 300 dots an inch and more at the size of the letterhead. */
  static final int WIDTH = 800;

  static final int HEIGHT = 400;

  /**
   * One picture at a time: the largest takes some 100 MB while it is drawn.
   *
   * @throws NotALogo when it is neither PNG nor JPEG, is damaged, too large or too small
   */
  static synchronized byte[] png(byte[] uploaded) {
    return encoded(drawn(decoded(uploaded)));
  }

  private static BufferedImage decoded(byte[] uploaded) {
    ImageReader reader = reader(uploaded);
    try (ImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(uploaded))) {
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if (Math.min(width, height) < FEWEST_PIXELS || Math.max(width, height) > MOST_PIXELS) {
        throw new NotALogo(
            "must be " + FEWEST_PIXELS + " to " + MOST_PIXELS + " pixels wide and high");
      }
      return reader.read(0);
    } catch (NotALogo e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The readers answer damaged pictures with exceptions of every kind.
      NotALogo refusal = new NotALogo("is damaged, or of a colour model that is not RGB or grey");
      refusal.initCause(e);
      throw refusal;
    } finally {
      reader.dispose();
    }
  }

  private static ImageReader reader(byte[] uploaded) {
    String format;
    if (begins(uploaded, 0x89, 'P', 'N', 'G')) {
      format = "png";
    } else if (begins(uploaded, 0xff, 0xd8, 0xff)) {
      format = "jpeg";
    } else {
      throw new NotALogo("must be a PNG or JPEG picture");
    }
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    return readers.next();
  }

  private static boolean begins(byte[] content, int... magic) {
    if (content.length < magic.length) {
      return false;
    }
    for (int at = 0; at < magic.length; at++) {
      if ((content[at] & 0xff) != magic[at]) {
        return false;
      }
    }
    return true;
  }

  /** In halves first: one long step would leave out most of the pixels. */
  private static BufferedImage drawn(BufferedImage picture) {
    double scale =
        Math.min(
            1,
            Math.min((double) WIDTH / picture.getWidth(), (double) HEIGHT / picture.getHeight()));
    int width = (int) Math.max(1, Math.round(picture.getWidth() * scale));
    int height = (int) Math.max(1, Math.round(picture.getHeight() * scale));
    BufferedImage step = scaled(picture, picture.getWidth(), picture.getHeight());
    while (step.getWidth() > 2 * width && step.getHeight() > 2 * height) {
      step = scaled(step, step.getWidth() / 2, step.getHeight() / 2);
    }
    return step.getWidth() == width && step.getHeight() == height
        ? step
        : scaled(step, width, height);
  }

  private static BufferedImage scaled(BufferedImage picture, int width, int height) {
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = drawn.createGraphics();
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, width, height);
    canvas.drawImage(picture, 0, 0, width, height, null);
    canvas.dispose();
    return drawn;
  }

  private static byte[] encoded(BufferedImage picture) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private LogoPicture() {}
}
