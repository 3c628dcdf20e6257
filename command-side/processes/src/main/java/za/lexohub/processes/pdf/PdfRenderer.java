package za.lexohub.processes.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.pdf.PdfBoolean;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.processes.storage.Rendering;

/**
 * Sets papers as PDF. A pure function: the same document gives the same bytes on every JVM, locale,
 * time zone and day, for one version. What OpenPDF takes from the clock comes from the document,
 * what it takes from chance is replaced by the content's own hash, and nothing is compressed,
 * because the JVM's zlib is not the same everywhere.
 */
final class PdfRenderer {

  /** Counts changes of the bytes that this renderer makes; a test holds it to them. */
  static final String VERSION = "1";

  /** Of papers that bear a practice's own look, which {@link #VERSION} did not know. */
  static final String BRANDED_VERSION = "2";

  /** Whether a paper of that version bears the house's look, whatever the practice had chosen. */
  static boolean isPlain(String version) {
    return !version.equals(BRANDED_VERSION);
  }

  private static final String PRODUCER = "LexoHub papers ";
  private static final String LANGUAGE = "en-ZA";
  private static final DateTimeFormatter PDF_DATE =
      DateTimeFormatter.ofPattern("'D:'uuuuMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final PdfName DISPLAY_DOC_TITLE = new PdfName("DisplayDocTitle");
  private static final PdfName VIEWER_PREFERENCES = new PdfName("ViewerPreferences");
  private static final String INVOICE_HASH = templateHash(InvoicePaper.WORDS);
  private static final String PRO_FORMA_HASH = templateHash(ProFormaPaper.WORDS);
  private static final String COPY_HASH = templateHash(InvoicePaper.WORDS, CopyPaper.WORDS);
  private static final String RECEIPT_HASH = templateHash(ReceiptPaper.WORDS);
  private static final String NOTE_HASH = templateHash(NotePaper.WORDS);
  private static final String STATEMENT_HASH = templateHash(StatementPaper.WORDS);

  static {
    Document.compress = false;
  }

  Rendering render(InvoiceDocument invoice) {
    return invoice.kind() == PdfKind.COPY
        ? rendering(new CopyPaper(invoice), COPY_HASH, invoice.counsel())
        : rendering(new InvoicePaper(invoice), INVOICE_HASH, invoice.counsel());
  }

  Rendering render(ProFormaDocument quote) {
    return rendering(new ProFormaPaper(quote), PRO_FORMA_HASH, quote.counsel());
  }

  Rendering render(ReceiptDocument receipt) {
    return rendering(new ReceiptPaper(receipt), RECEIPT_HASH, receipt.counsel());
  }

  Rendering render(NoteDocument note) {
    return rendering(new NotePaper(note), NOTE_HASH, note.counsel());
  }

  Rendering render(StatementDocument statement) {
    return rendering(new StatementPaper(statement), STATEMENT_HASH, statement.counsel());
  }

  /** The template of a branded paper is the house's with the look: its hash pins both. */
  private static Rendering rendering(Paper paper, String house, Counsel counsel) {
    String pin = counsel.brand().pin();
    return pin == null
        ? new Rendering(pdf(paper, VERSION), house, VERSION)
        : new Rendering(pdf(paper, BRANDED_VERSION), branded(house, pin), BRANDED_VERSION);
  }

  private static String branded(String house, String pin) {
    return HexFormat.of()
        .formatHex(digest().digest((house + "\n" + pin).getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] pdf(Paper paper, String version) {
    // Twice: only the first setting tells how many pages there are.
    Page counted = new Page(paper.frame(), 0);
    set(paper, version, counted);
    return CanonicalFile.of(set(paper, version, new Page(paper.frame(), counted.drawn())));
  }

  private static byte[] set(Paper paper, String version, Page page) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 18);
    Document document = new Document(Page.SIZE, Page.SIDE, Page.SIDE, Page.TOP, Page.BOTTOM);
    document.setDocumentLanguage(LANGUAGE);
    document.setGlyphSubstitutionEnabled(false);
    PdfWriter writer = PdfWriter.getInstance(document, out);
    writer.setPdfVersion(PdfWriter.VERSION_1_7);
    writer.setPageEvent(page);
    document.open();
    PdfDictionary catalog = writer.getExtraCatalog();
    catalog.put(PdfName.LANG, new PdfString(LANGUAGE));
    PdfDictionary preferences = new PdfDictionary();
    preferences.put(DISPLAY_DOC_TITLE, PdfBoolean.PDFTRUE);
    catalog.put(VIEWER_PREFERENCES, preferences);
    for (Element element : paper.body()) {
      document.add(element);
    }
    describe(writer.getInfo(), version, paper.frame());
    document.close();
    return out.toByteArray();
  }

  private static void describe(PdfDictionary info, String version, Frame frame) {
    PdfString made = new PdfString(PDF_DATE.format(frame.made()));
    info.put(PdfName.TITLE, new PdfString(frame.title(), PdfObject.TEXT_UNICODE));
    info.put(PdfName.AUTHOR, new PdfString(frame.author(), PdfObject.TEXT_UNICODE));
    info.put(PdfName.CREATIONDATE, made);
    info.put(PdfName.MODDATE, made);
    info.put(PdfName.PRODUCER, new PdfString(PRODUCER + version));
  }

  private static String templateHash(Words... words) {
    MessageDigest digest = digest();
    digest.update(VERSION.getBytes(StandardCharsets.UTF_8));
    for (Words source : words) {
      digest.update(source.source());
    }
    for (Face face : Face.values()) {
      digest.update(face.program());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
