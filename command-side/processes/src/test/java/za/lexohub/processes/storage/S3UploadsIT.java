package za.lexohub.processes.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.attachment.AttachmentId;
import za.lexohub.messages.attachment.AttachmentKind;
import za.lexohub.messages.document.Documents.DocumentErased;
import za.lexohub.messages.document.Documents.DocumentsUnavailable;
import za.lexohub.messages.document.StoredDocument;
import za.lexohub.messages.document.Uploads.Arrival;
import za.lexohub.messages.document.Uploads.Ticket;
import za.lexohub.messages.erasure.ErasedData;
import za.lexohub.messages.erasure.ErasureEvents.PersonalDataErased;
import za.lexohub.messages.erasure.ErasureEvents.UploadTicketsExpired;
import za.lexohub.messages.erasure.FileReference;
import za.lexohub.messages.erasure.FileSubject;
import za.lexohub.messages.erasure.PersonalFileId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.processes.PaperSealing;
import za.lexohub.processes.RealStore;
import za.lexohub.processes.erasure.DocumentErasure;

class S3UploadsIT {

  private static final TenantId TENANT = new TenantId("adv-uploads");
  private static final byte[] BRIEF = "%PDF brief".getBytes(StandardCharsets.UTF_8);

  /** What the client sets by itself. */
  private static final Set<String> OWN = Set.of("content-length", "host");

  private static RealStore real;
  private static S3Presigner presigner;
  private static S3Uploads uploads;

  private final HttpClient http = HttpClient.newHttpClient();
  private final UUID matter = UUID.randomUUID();
  private final String key =
      uploads.key(TENANT, AttachmentKind.MATTER, matter, AttachmentId.random());

  @BeforeAll
  static void start() {
    real = new RealStore();
    presigner =
        S3Presigner.builder()
            .region(Region.AF_SOUTH_1)
            .endpointOverride(URI.create("http://localhost:" + real.gate.port()))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
            .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
            .build();
    uploads =
        new S3Uploads(
            real.s3,
            presigner,
            real.bucket,
            Clock.fixed(Instant.parse("2026-03-31T10:00:00Z"), ZoneOffset.UTC));
  }

  @AfterAll
  static void stop() {
    presigner.close();
    real.close();
  }

  private Ticket ticket() throws Exception {
    return uploads.ticket(TENANT, key, "application/pdf", BRIEF.length, sha256(BRIEF));
  }

  private Arrival arrival(String mediaType, long size, String sha256) {
    return uploads.arrival(TENANT, key, mediaType, size, sha256);
  }

  private int put(Ticket ticket, byte[] content) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(ticket.url()))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(content));
    ticket
        .headers()
        .forEach(
            (name, value) -> {
              if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                request.header(name, value);
              }
            });
    return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  @Test
  void theTicketNamesEverythingThatTheStoreIsToHoldTheUploadTo() throws Exception {
    Ticket ticket = ticket();
    assertThat(ticket.method()).isEqualTo("PUT");
    assertThat(ticket.headers()).containsEntry("content-type", "application/pdf");
    assertThat(ticket.url())
        .contains("X-Amz-SignedHeaders=")
        .containsIgnoringCase("x-amz-checksum-sha256")
        .containsIgnoringCase("content-length")
        .contains("X-Amz-Expires=900");
    assertThat(ticket.expiresAt()).isEqualTo("2026-03-31T10:15:00Z");
  }

  @Test
  void whatWasUploadedIsKnownAndHandedOut() throws Exception {
    assertThat(arrival("application/pdf", BRIEF.length, sha256(BRIEF))).isEqualTo(Arrival.NOTHING);
    assertThat(put(ticket(), BRIEF)).isEqualTo(200);
    assertThat(arrival("application/pdf", BRIEF.length, sha256(BRIEF)))
        .isEqualTo(Arrival.AS_ANNOUNCED);
    assertThat(arrival("image/png", BRIEF.length, sha256(BRIEF))).isEqualTo(Arrival.DIFFERENT);
    assertThat(arrival("application/pdf", 1, sha256(BRIEF))).isEqualTo(Arrival.DIFFERENT);
    assertThat(arrival("application/pdf", BRIEF.length, sha256(new byte[] {1})))
        .isEqualTo(Arrival.DIFFERENT);
    DocumentStore store = new DocumentStore(real.s3, real.bucket, new PaperSealing());
    try (StoredDocument read = store.read(TENANT, key)) {
      assertThat(read.content().readAllBytes()).isEqualTo(BRIEF);
      assertThat(read.contentType()).isEqualTo("application/pdf");
    }
    store.eraseUnsealed(TENANT, DocumentKeys.matterPrefix(TENANT, matter));
    assertThatThrownBy(() -> store.read(TENANT, key)).isInstanceOf(DocumentErased.class);
  }

  @Test
  void aTicketGivenOutBeforeAnErasureOpensNothingAfterIt() throws Exception {
    DocumentStore store = new DocumentStore(real.s3, real.bucket, new PaperSealing());
    Ticket ticket = ticket();
    String arrived = uploads.key(TENANT, AttachmentKind.MATTER, matter, AttachmentId.random());
    assertThat(
            put(uploads.ticket(TENANT, arrived, "text/plain", BRIEF.length, sha256(BRIEF)), BRIEF))
        .isEqualTo(200);
    PersonalDataErased erased = erased();

    DocumentErasure erasure =
        new DocumentErasure(store, (tenant, kind, file) -> announced(kind, file, key, arrived));
    erasure.on(erased);
    erasure.on(erased);

    assertThat(put(ticket, BRIEF)).isEqualTo(412);
    for (String any : List.of(key, arrived)) {
      assertThatThrownBy(() -> store.read(TENANT, any)).isInstanceOf(DocumentErased.class);
    }
  }

  @Test
  void whatNobodyAnnouncedIsFoundOnceTheTicketsHaveExpired() throws Exception {
    DocumentStore store = new DocumentStore(real.s3, real.bucket, new PaperSealing());
    PersonalDataErased erased = erased();
    DocumentErasure erasure = new DocumentErasure(store, (tenant, kind, file) -> List.of());
    erasure.on(erased);
    assertThat(put(ticket(), BRIEF)).isEqualTo(200);

    UploadTicketsExpired expired =
        new UploadTicketsExpired(erased.personalFileId(), TENANT, erased.data());
    erasure.on(expired);
    erasure.on(expired);

    assertThatThrownBy(() -> store.read(TENANT, key)).isInstanceOf(DocumentErased.class);
  }

  private List<String> announced(AttachmentKind kind, UUID file, String... keys) {
    return kind == AttachmentKind.MATTER && file.equals(matter) ? List.of(keys) : List.of();
  }

  private PersonalDataErased erased() {
    FileReference file = FileReference.of(new MatterId(matter));
    return new PersonalDataErased(
        PersonalFileId.of(file),
        TENANT,
        new ErasedData(file, List.of(FileSubject.WORDING), List.of(), List.of()),
        new PersonalData(matter, matter, "bm9uY2U=", "eA=="),
        List.of(),
        Instant.EPOCH);
  }

  @Test
  void otherTenantsKeysAreNotFoundAndAStoreThatIsAwaySaysSo() throws Exception {
    assertThatThrownBy(
            () -> uploads.ticket(new TenantId("adv"), key, "text/plain", 1, sha256(BRIEF)))
        .isInstanceOf(NotFound.class);
    real.gate.shut();
    try {
      assertThatThrownBy(() -> arrival("application/pdf", 1, sha256(BRIEF)))
          .isInstanceOf(DocumentsUnavailable.class);
    } finally {
      real.gate.open();
    }
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
