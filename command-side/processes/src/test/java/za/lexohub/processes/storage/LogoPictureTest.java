package za.lexohub.processes.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import za.lexohub.messages.document.Logos.NotALogo;

class LogoPictureTest {

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg"})
  void isKeptAsPlainPng(String format) throws IOException {
    BufferedImage kept = read(LogoPicture.png(picture(format, 300, 100)));
    assertThat(kept.getWidth()).isEqualTo(300);
    assertThat(kept.getHeight()).isEqualTo(100);
    assertThat(kept.getColorModel().hasAlpha()).isFalse();
    assertThat(kept.getColorModel().getPixelSize()).isEqualTo(24);
  }

  @ParameterizedTest
  @CsvSource({"2500,100,800,32", "500,2000,100,400", "1600,800,800,400", "801,20,800,20"})
  void isMadeToFit(int width, int height, int keptWidth, int keptHeight) throws IOException {
    BufferedImage kept = read(LogoPicture.png(picture("png", width, height)));
    assertThat(kept.getWidth()).isEqualTo(keptWidth);
    assertThat(kept.getHeight()).isEqualTo(keptHeight);
  }

  @Test
  void whatIsTransparentBecomesPaper() throws IOException {
    byte[] transparent = encoded(new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB), "png");
    assertThat(new Color(read(LogoPicture.png(transparent)).getRGB(20, 20))).isEqualTo(Color.WHITE);
  }

  @Test
  void theSameUploadIsKeptAsTheSameBytes() throws IOException {
    byte[] upload = picture("png", 900, 300);
    assertThat(LogoPicture.png(upload)).isEqualTo(LogoPicture.png(upload));
  }

  /** Words in the file that are no pixels: cameras write places and names there. */
  @Test
  void nothingButPixelsComesAlong() throws IOException {
    byte[] png = picture("png", 40, 40);
    byte[] secret = "tEXtComment\0taken at home".getBytes(StandardCharsets.ISO_8859_1);
    byte[] upload = Arrays.copyOf(png, png.length + secret.length);
    System.arraycopy(secret, 0, upload, png.length, secret.length);
    assertThat(new String(LogoPicture.png(upload), StandardCharsets.ISO_8859_1))
        .doesNotContain("taken at home");
  }

  @ParameterizedTest
  @CsvSource({"15,100", "100,15", "2501,100", "100,2501"})
  void oneThatIsTooSmallOrTooLargeIsRefused(int width, int height) throws IOException {
    byte[] picture = picture("png", width, height);
    assertThatThrownBy(() -> LogoPicture.png(picture))
        .isInstanceOf(NotALogo.class)
        .hasMessageContaining("16 to 2500 pixels");
  }

  @Test
  void whatIsNeitherPngNorJpegIsRefused() throws IOException {
    for (byte[] other :
        new byte[][] {
          {},
          "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8),
          picture("gif", 40, 40),
          picture("bmp", 40, 40)
        }) {
      assertThatThrownBy(() -> LogoPicture.png(other))
          .isInstanceOf(NotALogo.class)
          .hasMessage("must be a PNG or JPEG picture");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg"})
  void oneThatIsDamagedIsRefused(String format) throws IOException {
    byte[] whole = picture(format, 300, 100);
    for (int length : new int[] {4, 20, 60}) {
      assertThatThrownBy(() -> LogoPicture.png(Arrays.copyOf(whole, length)))
          .isInstanceOf(NotALogo.class);
    }
  }

  private static byte[] picture(String format, int width, int height) throws IOException {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = picture.createGraphics();
    canvas.setColor(Color.RED);
    canvas.fillRect(0, 0, width / 2, height);
    canvas.dispose();
    return encoded(picture, format);
  }

  private static byte[] encoded(BufferedImage picture, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(picture, format, out)).isTrue();
    return out.toByteArray();
  }

  private static BufferedImage read(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }
}
