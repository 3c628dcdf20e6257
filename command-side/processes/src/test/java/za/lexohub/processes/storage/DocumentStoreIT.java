package za.lexohub.processes.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.document.Documents.DocumentsUnavailable;
import za.lexohub.messages.document.StoredDocument;
import za.lexohub.processes.RealStore;

class DocumentStoreIT {

  private static final TenantId TENANT = new TenantId("adv-store");
  private static RealStore real;
  private static DocumentStore store;
  private final String key = TENANT + "/invoices/" + UUID.randomUUID() + "/original-v1.pdf";

  @BeforeAll
  static void start() {
    real = new RealStore();
    store = new DocumentStore(real.s3, real.bucket);
  }

  @AfterAll
  static void stop() {
    real.close();
  }

  @Test
  void whatIsReadIsWhatWasPut() throws Exception {
    StoredRendering stored = store.putOnce(TENANT, key, rendering("first"));
    try (StoredDocument read = store.read(TENANT, key)) {
      byte[] bytes = read.content().readAllBytes();
      assertThat(bytes).isEqualTo("first".getBytes(StandardCharsets.UTF_8));
      assertThat(stored.sha256()).isEqualTo(sha256(bytes)).isEqualTo(read.sha256());
      assertThat(stored.size()).isEqualTo(5).isEqualTo(read.size());
      assertThat(read.contentType()).isEqualTo("application/pdf");
    }
    HeadObjectResponse head = real.s3.headObject(h -> h.bucket(real.bucket).key(key));
    assertThat(head.metadata()).containsEntry("tenant", "adv-store");
  }

  @Test
  void aKeyIsNeverWrittenTwice() throws Exception {
    StoredRendering first = store.putOnce(TENANT, key, rendering("first"));
    assertThat(store.putOnce(TENANT, key, rendering("first"))).isEqualTo(first);
    assertThat(store.putOnce(TENANT, key, new Rendering(new byte[] {1}, "newer", "2")))
        .isEqualTo(first);
    assertThat(store.readVerified(TENANT, key, first.sha256())).asString().isEqualTo("first");
  }

  @Test
  void alteredBytesAreNotHandedOut() {
    store.putOnce(TENANT, key, rendering("first"));
    assertThatThrownBy(() -> store.readVerified(TENANT, key, "00"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void unknownKeysAndKeysOfOtherTenantsAreNotFound() {
    store.putOnce(TENANT, key, rendering("first"));
    assertThatThrownBy(() -> store.read(TENANT, key + "x")).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> store.read(new TenantId("adv"), key)).isInstanceOf(NotFound.class);
  }

  @Test
  void aStoreThatIsDownSaysSoAndServesAgainWhenItIsUp() {
    real.gate.shut();
    try {
      assertThatThrownBy(() -> store.putOnce(TENANT, key, rendering("first")))
          .isInstanceOf(DocumentsUnavailable.class);
      assertThatThrownBy(() -> store.read(TENANT, key)).isInstanceOf(DocumentsUnavailable.class);
    } finally {
      real.gate.open();
    }
    assertThat(store.putOnce(TENANT, key, rendering("first")).size()).isEqualTo(5);
  }

  private static Rendering rendering(String content) {
    return new Rendering(content.getBytes(StandardCharsets.UTF_8), "hash", "1");
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
