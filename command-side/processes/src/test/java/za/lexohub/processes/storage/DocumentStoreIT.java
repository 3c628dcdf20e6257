package za.lexohub.processes.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.document.Documents.DocumentErased;
import za.lexohub.messages.document.Documents.DocumentsUnavailable;
import za.lexohub.messages.document.StoredDocument;
import za.lexohub.processes.PaperSealing;
import za.lexohub.processes.RealStore;

class DocumentStoreIT {

  private static final TenantId TENANT = new TenantId("adv-store");
  private static RealStore real;
  private static final PaperSealing sealing = new PaperSealing();
  private static final List<UUID> NAMED = List.of(UUID.randomUUID(), UUID.randomUUID());
  private static DocumentStore store;
  private final String key = TENANT + "/invoices/" + UUID.randomUUID() + "/original-v1.pdf";

  @BeforeAll
  static void start() {
    real = new RealStore();
    store = new DocumentStore(real.s3, real.bucket, sealing);
  }

  @AfterAll
  static void stop() {
    real.close();
  }

  @Test
  void whatIsReadIsWhatWasPut() throws Exception {
    StoredRendering stored = store.putOnce(TENANT, key, rendering("first"), NAMED);
    try (StoredDocument read = store.read(TENANT, key)) {
      byte[] bytes = read.content().readAllBytes();
      assertThat(bytes).isEqualTo("first".getBytes(StandardCharsets.UTF_8));
      assertThat(stored.sha256()).isEqualTo(sha256(bytes)).isEqualTo(read.sha256());
      assertThat(stored.size()).isEqualTo(5).isEqualTo(read.size());
      assertThat(read.contentType()).isEqualTo("application/pdf");
    }
    HeadObjectResponse head = real.s3.headObject(h -> h.bucket(real.bucket).key(key));
    assertThat(head.metadata())
        .containsEntry("tenant", "adv-store")
        .containsEntry("sealed", "true");
    assertThat(real.s3.getObjectAsBytes(g -> g.bucket(real.bucket).key(key)).asByteArray())
        .isNotEqualTo("first".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aPaperOfSomebodyErasedIsGone() {
    UUID somebody = UUID.randomUUID();
    StoredRendering stored =
        store.putOnce(TENANT, key, rendering("of somebody"), List.of(somebody));
    sealing.erase(somebody);

    assertThatThrownBy(() -> store.read(TENANT, key)).isInstanceOf(DocumentErased.class);
    assertThatThrownBy(() -> store.readVerified(TENANT, key, stored.sha256()))
        .isInstanceOf(DocumentErased.class);
  }

  @Test
  void whatWasStoredInClearIsReadUntilItIsErased() throws Exception {
    Map<String, String> metadata = Map.of("tenant", TENANT.value(), "sha256", sha("old"));
    real.s3.putObject(
        put -> put.bucket(real.bucket).key(key).contentType("application/pdf").metadata(metadata),
        RequestBody.fromString("old"));
    String sealed = key.replace("original", "draft");
    store.putOnce(TENANT, sealed, rendering("first"), NAMED);
    try (StoredDocument read = store.read(TENANT, key)) {
      assertThat(read.content().readAllBytes()).asString().isEqualTo("old");
      assertThat(read.size()).isEqualTo(3);
      assertThat(read.sha256()).isEqualTo(sha("old"));
    }
    assertThat(store.readVerified(TENANT, key, sha("old"))).asString().isEqualTo("old");
    String prefix = key.substring(0, key.lastIndexOf('/') + 1);

    store.eraseUnsealed(TENANT, prefix);
    store.eraseUnsealed(TENANT, prefix);

    assertThatThrownBy(() -> store.read(TENANT, key)).isInstanceOf(DocumentErased.class);
    assertThat(real.s3.getObjectAsBytes(g -> g.bucket(real.bucket).key(key)).asByteArray())
        .isEmpty();
    try (StoredDocument other = store.read(TENANT, sealed)) {
      assertThat(other.content().readAllBytes()).asString().isEqualTo("first");
    }
  }

  private static String sha(String text) throws Exception {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aKeyIsNeverWrittenTwice() throws Exception {
    StoredRendering first = store.putOnce(TENANT, key, rendering("first"), NAMED);
    assertThat(store.putOnce(TENANT, key, rendering("first"), NAMED)).isEqualTo(first);
    assertThat(store.putOnce(TENANT, key, new Rendering(new byte[] {1}, "newer", "2"), NAMED))
        .isEqualTo(first);
    assertThat(store.readVerified(TENANT, key, first.sha256())).asString().isEqualTo("first");
  }

  @Test
  void alteredBytesAreNotHandedOut() {
    store.putOnce(TENANT, key, rendering("first"), NAMED);
    assertThatThrownBy(() -> store.readVerified(TENANT, key, "00"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void unknownKeysAndKeysOfOtherTenantsAreNotFound() {
    store.putOnce(TENANT, key, rendering("first"), NAMED);
    assertThatThrownBy(() -> store.read(TENANT, key + "x")).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> store.read(new TenantId("adv"), key)).isInstanceOf(NotFound.class);
  }

  @Test
  void aStoreThatIsDownSaysSoAndServesAgainWhenItIsUp() {
    real.gate.shut();
    try {
      assertThatThrownBy(() -> store.putOnce(TENANT, key, rendering("first"), NAMED))
          .isInstanceOf(DocumentsUnavailable.class);
      assertThatThrownBy(() -> store.read(TENANT, key)).isInstanceOf(DocumentsUnavailable.class);
    } finally {
      real.gate.open();
    }
    assertThat(store.putOnce(TENANT, key, rendering("first"), NAMED).size()).isEqualTo(5);
  }

  private static Rendering rendering(String content) {
    return new Rendering(content.getBytes(StandardCharsets.UTF_8), "hash", "1");
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
