package za.lexohub.processes.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.creditnote.NoteKind;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfStored;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.practice.AdvocateEvents.BrandingSet;
import za.lexohub.messages.practice.AdvocateId;
import za.lexohub.processes.Log;
import za.lexohub.processes.Samples;
import za.lexohub.processes.storage.Rendering;

/** Papers with a practice's own look: the look of the day on which each was asked for. */
class BrandedPapersTest {

  private static final Path SAMPLES = Path.of("target", "samples");
  private static final AdvocateId PRACTICE = AdvocateId.of(Samples.TENANT);
  private static final String GREEN = "#14532D";
  private static final String RED = "#7F1D1D";
  private static final PdfRenderer RENDERER = new PdfRenderer();

  /** A kind of paper, and how it is read from the log and set. */
  private record Kind(String name, Function<Log, Rendering> set) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Kind> kinds() {
    return Stream.of(
        new Kind(
            "pro forma",
            log ->
                RENDERER.render(
                    Papers.folds(log)
                        .proFormas()
                        .pending(Samples.TENANT, Samples.PRO_FORMA, 1)
                        .orElseThrow())),
        new Kind("original", log -> RENDERER.render(Papers.document(log, PdfKind.ORIGINAL))),
        new Kind(
            "receipt",
            log ->
                RENDERER.render(
                    Papers.folds(log)
                        .receipts()
                        .pending(Samples.TENANT, Samples.INVOICE, 1)
                        .orElseThrow())),
        new Kind("credit note", log -> note(log, PdfKind.CREDIT_NOTE)),
        new Kind("debit note", log -> note(log, PdfKind.DEBIT_NOTE)),
        new Kind("statement", log -> RENDERER.render(Papers.statement(log).document())));
  }

  private static Rendering note(Log log, PdfKind kind) {
    return RENDERER.render(
        Papers.folds(log).notes().pending(Samples.TENANT, Samples.INVOICE, kind, 1).orElseThrow());
  }

  /** One of each kind, asked for on the last day. */
  private static void story(Log log) {
    new Samples(log)
        .draftInvoice()
        .requestProFormaPdf()
        .sent()
        .paid(PaymentMethod.EFT, "2024-09-30", 1_162_500, 2_000_000)
        .request(PdfKind.RECEIPT, 1)
        .noted(NoteKind.CREDIT, "CN-2024-0001", 1, 2_846_250, 1_683_750)
        .noted(NoteKind.DEBIT, "DN-2024-0001", 1, 3_162_500, 2_000_000)
        .requestStatement("2024-09-01", "2024-11-30");
  }

  private static void choose(Log log, @Nullable String logo, @Nullable String colour) {
    log.append(PRACTICE, new BrandingSet(PRACTICE, logo, colour));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void bearsTheLogoAndTheColour(Kind kind) throws IOException {
    try (Log log = new Log()) {
      choose(log, Papers.LOGOS.keep(Samples.TENANT, logo("L", 600, 180)), GREEN);
      story(log);

      byte[] pdf = kind.set().apply(log).content();

      keep(kind.name(), pdf);
      assertThat(pictures(pdf)).hasSize(1);
      assertThat(colours(pdf)).contains(Color.decode(GREEN)).doesNotContain(Setting.ACCENT);
      assertThat(Papers.pages(pdf)).isOne();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isSetAgainAsItWasAfterThePracticeChoseAnotherLook(Kind kind) throws IOException {
    try (Log log = new Log()) {
      choose(log, Papers.LOGOS.keep(Samples.TENANT, logo("old", 600, 180)), GREEN);
      story(log);
      Rendering then = kind.set().apply(log);

      log.at("2026-01-01T08:00:00Z");
      choose(log, Papers.LOGOS.keep(Samples.TENANT, logo("new", 300, 300)), RED);
      Rendering again = kind.set().apply(log);

      assertThat(again.content()).isEqualTo(then.content());
      assertThat(again.templateHash()).isEqualTo(then.templateHash());
    }
  }

  @Test
  void copyLooksLikeItsOriginal() throws IOException {
    try (Log log = new Log()) {
      choose(log, null, GREEN);
      Samples story = new Samples(log).draftInvoice().sent();
      log.at("2026-01-01T08:00:00Z");
      choose(log, null, RED);
      story.request(PdfKind.COPY, 1);

      byte[] copy = RENDERER.render(Papers.document(log, PdfKind.COPY)).content();

      assertThat(colours(copy)).contains(Color.decode(GREEN)).doesNotContain(Color.decode(RED));
    }
  }

  /** Papers took no look then, though one could be chosen. */
  @Test
  void copyOfAnOriginalThatWasStoredWithoutALookHasNoneEither() {
    try (Log log = new Log()) {
      choose(log, null, GREEN);
      Samples story = new Samples(log).draftInvoice().sent();
      log.append(Samples.INVOICE, stored(PdfRenderer.VERSION));
      story.request(PdfKind.COPY, 1);

      Rendering copy = RENDERER.render(Papers.document(log, PdfKind.COPY));

      assertThat(copy.rendererVersion()).isEqualTo(PdfRenderer.VERSION);
      assertThat(copy.content())
          .isEqualTo(Papers.copy(it -> it.draftInvoice().sent().request(PdfKind.COPY, 1)));
    }
  }

  @Test
  void soHasTheOriginalWhenItIsSetAgain() {
    try (Log log = new Log()) {
      choose(log, null, GREEN);
      Samples story = new Samples(log).draftInvoice().sent();
      log.append(Samples.INVOICE, stored(PdfRenderer.VERSION));
      story.request(PdfKind.ORIGINAL, 1);

      assertThat(RENDERER.render(Papers.document(log, PdfKind.ORIGINAL)).content())
          .isEqualTo(Papers.original(it -> it.draftInvoice().sent()));
    }
  }

  private static InvoicePdfStored stored(String version) {
    return new InvoicePdfStored(
        Samples.INVOICE, PdfKind.ORIGINAL, 1, "key", "sha", 7, "template", version);
  }

  @Test
  void templateHashAndVersionNameTheLook() throws IOException {
    try (Log log = new Log()) {
      story(log);
      Rendering house = RENDERER.render(Papers.document(log, PdfKind.ORIGINAL));
      assertThat(house.rendererVersion()).isEqualTo(PdfRenderer.VERSION);

      log.at("2024-01-01T08:00:00Z");
      choose(log, null, GREEN);
      Rendering green = RENDERER.render(Papers.document(log, PdfKind.ORIGINAL));
      choose(log, Papers.LOGOS.keep(Samples.TENANT, logo("L", 600, 180)), GREEN);
      Rendering withLogo = RENDERER.render(Papers.document(log, PdfKind.ORIGINAL));

      assertThat(green.rendererVersion()).isEqualTo(PdfRenderer.BRANDED_VERSION);
      assertThat(List.of(house.templateHash(), green.templateHash(), withLogo.templateHash()))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void lookThatWasTakenAwayIsTheHousesAgain() {
    try (Log log = new Log()) {
      choose(log, null, GREEN);
      choose(log, null, null);
      story(log);
      assertThat(RENDERER.render(Papers.document(log, PdfKind.ORIGINAL)).content())
          .isEqualTo(Papers.original(story -> story.draftInvoice().sent()));
    }
  }

  /** Chosen before its contrast was asked for. */
  @Test
  void colourThatCannotBeReadIsNotPrinted() {
    try (Log log = new Log()) {
      choose(log, null, "#FFFF00");
      story(log);
      assertThat(RENDERER.render(Papers.document(log, PdfKind.ORIGINAL)).rendererVersion())
          .isEqualTo(PdfRenderer.VERSION);
    }
  }

  @Test
  void logoThatIsGoneStopsThePaperInsteadOfLeavingItOut() {
    try (Log log = new Log()) {
      choose(log, "0".repeat(64), null);
      story(log);
      assertThatThrownBy(() -> Papers.document(log, PdfKind.ORIGINAL)).isInstanceOf(NotFound.class);
    }
  }

  private static byte[] logo(String word, int width, int height) throws IOException {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = picture.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, width, height);
    canvas.setColor(Color.decode(GREEN));
    canvas.fillOval(10, 10, height - 20, height - 20);
    canvas.setFont(new Font(Font.SERIF, Font.BOLD, height / 3));
    canvas.drawString(word, height + 10, height * 2 / 3);
    canvas.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", out);
    return out.toByteArray();
  }

  private static void keep(String name, byte[] pdf) throws IOException {
    Files.createDirectories(SAMPLES);
    Files.write(SAMPLES.resolve("branded-" + name.replace(' ', '-') + ".pdf"), pdf);
  }

  private static List<PDImageXObject> pictures(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      var resources = document.getPage(0).getResources();
      return Stream.of(resources.getXObjectNames())
          .flatMap(names -> StreamSupport.stream(names.spliterator(), false))
          .map(name -> picture(resources, name))
          .toList();
    }
  }

  private static PDImageXObject picture(PDResources resources, COSName name) {
    try {
      return (PDImageXObject) resources.getXObject(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of all pixels of the first page. */
  private static List<Color> colours(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 100);
      return Stream.iterate(0, i -> i + 1)
          .limit((long) page.getWidth() * page.getHeight())
          .map(i -> page.getRGB(i % page.getWidth(), i / page.getWidth()))
          .distinct()
          .map(Color::new)
          .toList();
    }
  }
}
