package za.lexohub.processes.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.document.Logos.NotALogo;
import za.lexohub.processes.RealStore;

class S3LogosIT {

  private static final TenantId TENANT = new TenantId("adv-logos");
  private static RealStore real;
  private static S3Logos logos;

  @BeforeAll
  static void start() {
    real = new RealStore();
    logos = new S3Logos(real.s3, real.bucket);
  }

  @AfterAll
  static void stop() {
    real.close();
  }

  @Test
  void isFoundUnderItsHashAndKeptOnce() throws IOException {
    String sha256 = logos.keep(TENANT, picture(200));
    assertThat(logos.keep(TENANT, picture(200))).isEqualTo(sha256);
    assertThat(logos.keep(TENANT, picture(201))).isNotEqualTo(sha256);
    assertThat(logos.read(TENANT, sha256)).isEqualTo(LogoPicture.png(picture(200)));
  }

  @Test
  void anotherTenantAndAnotherHashFindNothing() throws IOException {
    String sha256 = logos.keep(TENANT, picture(202));
    assertThatThrownBy(() -> logos.read(new TenantId("adv-other"), sha256))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> logos.read(TENANT, "0".repeat(64))).isInstanceOf(NotFound.class);
  }

  @Test
  void bytesThatWereChangedInTheStoreAreNotHandedOut() throws IOException {
    String sha256 = logos.keep(TENANT, picture(203));
    byte[] changed = logos.read(TENANT, sha256);
    changed[changed.length - 1]++;
    real.s3.putObject(
        put -> put.bucket(real.bucket).key(DocumentKeys.logo(TENANT, sha256)),
        RequestBody.fromBytes(changed));
    assertThatThrownBy(() -> logos.read(TENANT, sha256)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatIsNoPictureIsNotKept() throws IOException {
    byte[] half = Arrays.copyOf(picture(204), 30);
    assertThatThrownBy(() -> logos.keep(TENANT, half)).isInstanceOf(NotALogo.class);
  }

  private static byte[] picture(int width) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, 80, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }
}
