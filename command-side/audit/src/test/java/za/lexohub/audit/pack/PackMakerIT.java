package za.lexohub.audit.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import za.lexohub.audit.AuditPacks.Busy;
import za.lexohub.audit.AuditPacks.Pack;
import za.lexohub.audit.ForgetfulVault;
import za.lexohub.audit.LogDatabase;
import za.lexohub.audit.LogProofs.NotYetSealed;
import za.lexohub.audit.SealedUpTo;
import za.lexohub.audit.Shelf;
import za.lexohub.audit.log.LogReader;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.attachment.AttachmentEvents.AttachmentAnnounced;
import za.lexohub.messages.attachment.AttachmentEvents.AttachmentStored;
import za.lexohub.messages.attachment.AttachmentId;
import za.lexohub.messages.attachment.AttachmentKind;
import za.lexohub.messages.attachment.DocumentType;
import za.lexohub.messages.document.Documents;
import za.lexohub.messages.document.StoredDocument;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfStored;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.serialization.EventSchemas;

/** What is in a pack. That it verifies is shown where the seals are real. */
class PackMakerIT {

  private static final TenantId THANDI = new TenantId("thandi");
  private static final byte[] PAPER = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);
  private static LogDatabase database;
  private static UUID matter;
  private static InvoiceId invoice;
  private final SealedUpTo sealed = new SealedUpTo();

  @BeforeAll
  static void fill() {
    database = LogDatabase.fresh("pack_maker");
    Shelf shelf = new Shelf(database.dataSource(), "thandi", new ForgetfulVault());
    matter = shelf.matter("Nomvula");
    invoice = InvoiceId.random();
    stored(shelf, "thandi/invoices/there.pdf");
    stored(shelf, "thandi/invoices/gone.pdf");
    uploaded(shelf, "thandi/matters/m/attachments/there", true);
    uploaded(shelf, "thandi/matters/m/attachments/never-came", false);
    new Shelf(database.dataSource(), "pieter", new ForgetfulVault()).matter("Jan");
  }

  private static void stored(Shelf shelf, String key) {
    shelf.append(
        "Invoice",
        invoice.toString(),
        new InvoicePdfStored(invoice, PdfKind.ORIGINAL, 1, key, "aa", PAPER.length, "bb", "1"));
  }

  private static void uploaded(Shelf shelf, String key, boolean arrived) {
    AttachmentId id = AttachmentId.random();
    shelf.append(
        "Attachment",
        id.toString(),
        new AttachmentAnnounced(
            id,
            THANDI,
            AttachmentKind.MATTER,
            matter,
            DocumentType.BRIEF,
            1,
            null,
            "application/pdf",
            PAPER.length,
            "cc",
            key,
            new PersonalData(matter, matter, "n", "c")));
    if (arrived) {
      shelf.append("Attachment", id.toString(), new AttachmentStored(id));
    }
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void seal() {
    sealed.size = 15;
  }

  @Test
  void aPackOfATenantHoldsWhatProvesItsEventsInOrder() throws Exception {
    Map<String, byte[]> files = files(null);

    assertThat(files.keySet())
        .containsSubsequence(
            "README.txt",
            "key.txt",
            "events.ndjson",
            "checkpoint",
            "checkpoints/000000000001",
            "tile/0/000",
            "documents/1-invoices-there.pdf",
            "documents/2-matters-m-attachments-there",
            "documents.json",
            "schemas/InvoicePdfStored.1.json",
            "schemas/MatterArchived.1.json",
            "manifest.txt");
    assertThat(text(files, "key.txt")).isEqualTo("log+key\npack+key\n");
    assertThat(text(files, "tile/0/000")).isEqualTo("1,2,3,4,5,6,7,8,9,10");
    assertThat(text(files, "events.ndjson").lines()).hasSize(12);
    assertThat(files.get("documents/1-invoices-there.pdf")).isEqualTo(PAPER);
    assertThat(files.get("documents/2-matters-m-attachments-there")).isEqualTo(PAPER);
    assertThat(text(files, "documents.json"))
        .contains("\"position\":6", "\"sha256\":\"cc\",\"position\":8")
        .doesNotContain("gone.pdf")
        .doesNotContain("never-came");
    assertThat(text(files, "README.txt")).contains("10 recorded events").contains("15 events");
    assertManifestListsEverything(files, "scope tenant thandi");
  }

  @Test
  void aPackOfAnAggregateHoldsNothingElse() throws Exception {
    Map<String, byte[]> files = files(matter.toString());

    assertThat(text(files, "events.ndjson"))
        .contains("\"scope\":{\"tenant\":\"thandi\",\"aggregateId\":\"" + matter + "\"}")
        .contains("\"events\":5");
    assertThat(files.keySet()).noneMatch(name -> name.startsWith("documents/"));
    assertManifestListsEverything(files, "scope tenant thandi aggregate " + matter);
  }

  @Test
  void aKeyThatSignsShortTextsOnlySignsTheListOfFiles() throws Exception {
    sealed.longest = 500;

    Map<String, byte[]> files = files(matter.toString());

    byte[] list = files.get("files.txt");
    List<String> lines = text(files, "manifest.txt").lines().toList();
    assertThat(lines.getFirst()).isEqualTo("lexohub-pack v2");
    assertThat(lines.get(6)).isEqualTo(listed("files.txt", list));
    assertThat(lines.get(7)).isEmpty();
    files.remove("manifest.txt");
    files.remove("files.txt");
    List<String> expected = new java.util.ArrayList<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      expected.add(listed(file.getKey(), file.getValue()));
    }
    assertThat(new String(list, StandardCharsets.UTF_8).lines())
        .containsExactlyElementsOf(expected);
  }

  @Test
  void whatIsNotSealedInTimeIsNotPacked() throws IOException {
    sealed.size = 14;

    assertThatThrownBy(() -> maker(present()).pack(THANDI, null)).isInstanceOf(NotYetSealed.class);
    assertNothingIsLeft();
  }

  @Test
  void aSealerThatIsLateIsWaitedFor() throws Exception {
    sealed.size = 3;
    Thread sealer =
        Thread.ofVirtual()
            .start(
                () -> {
                  sealed.size = 5;
                  sealed.size = 15;
                });

    try (Pack pack = maker(present(), Duration.ofSeconds(20)).pack(THANDI, null).orElseThrow()) {
      assertThat(pack.size()).isPositive();
    }
    sealer.join();
  }

  @Test
  void nobodyPacksWhatIsNotTheirs() {
    assertThat(maker(present()).pack(new TenantId("pieter"), matter.toString())).isEmpty();
    assertThat(maker(present()).pack(new TenantId("nobody"), null)).isEmpty();
  }

  @Test
  void aStoreThatIsAwayFailsThePackAndLeavesNothing() throws IOException {
    Documents away =
        (tenant, key) -> {
          throw new Documents.DocumentsUnavailable("away", new IOException());
        };

    assertThatThrownBy(() -> maker(away).pack(THANDI, null))
        .isInstanceOf(Documents.DocumentsUnavailable.class);
    assertNothingIsLeft();
  }

  @Test
  void aPackThatIsOpenHasNoNameSoThatACrashLeavesNothing() throws IOException {
    try (Pack pack = maker(present()).pack(THANDI, null).orElseThrow();
        InputStream in = pack.open();
        InputStream again = pack.open()) {
      assertNothingIsLeft();
      assertThat(in.readAllBytes()).hasSize((int) pack.size()).isEqualTo(again.readAllBytes());
    }
  }

  @Test
  void aPackCountsUntilItIsClosed() throws IOException {
    PackMaker maker = maker(present());
    Pack first = maker.pack(THANDI, null).orElseThrow();
    try (Pack second = maker.pack(THANDI, null).orElseThrow()) {
      assertThatThrownBy(() -> maker.pack(THANDI, null)).isInstanceOf(Busy.class);
      first.close();
      first.close();
      try (Pack third = maker.pack(THANDI, null).orElseThrow()) {
        assertThat(read(third).keySet()).isNotEmpty().isEqualTo(read(second).keySet());
        assertThatThrownBy(() -> maker.pack(THANDI, null)).isInstanceOf(Busy.class);
      }
    }
    assertThat(maker.pack(new TenantId("nobody"), null)).isEmpty();
    assertThat(maker.pack(new TenantId("nobody"), null)).isEmpty();
    assertThat(maker.pack(new TenantId("nobody"), null)).isEmpty();
  }

  private Map<String, byte[]> files(String aggregate) throws IOException {
    Map<String, byte[]> files;
    try (Pack pack = maker(present()).pack(THANDI, aggregate).orElseThrow()) {
      assertThat(pack.fileName()).matches("lexohub-[a-z0-9-]+-\\d{8}T\\d{6}Z\\.zip");
      files = read(pack);
    }
    assertNothingIsLeft();
    return files;
  }

  private static Map<String, byte[]> read(Pack pack) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (InputStream in = pack.open();
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static void assertManifestListsEverything(Map<String, byte[]> files, String scope)
      throws Exception {
    String manifest = text(files, "manifest.txt");
    List<String> lines = manifest.lines().toList();
    assertThat(lines.get(0)).isEqualTo("lexohub-pack v1");
    assertThat(lines.get(1)).isEqualTo("origin lexohub.test/log");
    assertThat(lines.get(2)).isEqualTo(scope);
    assertThat(lines.get(3)).matches("created \\d{4}-.*Z");
    assertThat(lines.get(4)).isEqualTo("checkpoint 15 cm9vdA==");
    assertThat(lines.get(5)).matches("events \\d+ 1 \\d+");
    List<String> expected = new java.util.ArrayList<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (!file.getKey().equals("manifest.txt")) {
        expected.add(listed(file.getKey(), file.getValue()));
      }
    }
    assertThat(lines.subList(6, lines.size() - 2)).isEqualTo(expected);
    assertThat(manifest).endsWith("\n\n— signed\n");
  }

  private static String listed(String name, byte[] content) throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
    return "file " + HexFormat.of().formatHex(hash) + " " + content.length + " " + name;
  }

  private static void assertNothingIsLeft() throws IOException {
    try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertThat(left.filter(PackMakerIT::isOurs)).isEmpty();
    }
  }

  /** Others may be packing on this machine. */
  private static boolean isOurs(Path path) {
    return path.getFileName().toString().startsWith("lexohub-pack-")
        && path.toFile().lastModified()
            > ProcessHandle.current().info().startInstant().orElseThrow().toEpochMilli();
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }

  private static Documents present() {
    return (tenant, key) -> {
      if (key.endsWith("gone.pdf")) {
        throw new NotFound(key);
      }
      return new StoredDocument(
          new ByteArrayInputStream(PAPER), PAPER.length, "application/pdf", "aa");
    };
  }

  private PackMaker maker(Documents documents) {
    return maker(documents, Duration.ZERO);
  }

  private PackMaker maker(Documents documents, Duration patience) {
    LogReader reader = new LogReader(database.dataSource());
    PackContent content =
        new PackContent(reader, sealed, documents, EventSchemas::jsonSchema, "lexohub.test/log");
    return new PackMaker(reader, sealed, content, Clock.systemUTC(), patience);
  }
}
