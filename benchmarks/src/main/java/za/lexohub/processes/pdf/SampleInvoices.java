package za.lexohub.processes.pdf;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.money.Line;
import za.lexohub.messages.money.LineKind;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.Totals;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.party.PartyDetails;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.SupplierDetails;

/**
 * Tax invoices for the benchmark of the product's renderer, which nobody outside of its package
 * reaches: so this one class stands in that package. Of twelve lines, each invoice unlike any
 * other.
 */
@NullMarked
public final class SampleInvoices {

  private static final int LINES = 12;
  private static final long HOUR_CENTS = 250_000;
  private static final byte[] FONT = "/FontFile2".getBytes(StandardCharsets.ISO_8859_1);
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private static final Counsel COUNSEL =
      new Counsel(
          Bar.JOHANNESBURG,
          true,
          new SupplierDetails(
              "Adv Thandi Mokoena",
              "thandi@mokoena.example",
              "+27 11 555 0101",
              "Group 21, Duma Nokwe Chambers\nJohannesburg 2001",
              "JHB0101",
              "4010101010",
              new SupplierDetails.Banking(
                  "First Example Bank", "T Mokoena", "62000000101", "250655", "EXMPZAJJ")),
          Brand.HOUSE);

  private final PdfRenderer renderer = new PdfRenderer();

  /** The bytes of the original of an invoice of that number. */
  public byte[] render(int number) {
    return renderer.render(document(number)).content();
  }

  /** Whether a paper carries the program of a font. */
  public static boolean embedsFont(byte[] pdf) {
    for (int i = 0; i + FONT.length <= pdf.length; i++) {
      int j = 0;
      while (j < FONT.length && pdf[i + j] == FONT[j]) {
        j++;
      }
      if (j == FONT.length) {
        return true;
      }
    }
    return false;
  }

  private static InvoiceDocument document(int number) {
    List<Item> items = new ArrayList<>();
    long subtotal = 0;
    for (int i = 0; i < LINES; i++) {
      long amount = HOUR_CENTS * (1 + (number + i) % 8);
      subtotal += amount;
      items.add(
          new Item(
              new Line(
                  LineKind.FEE,
                  DAY.plusDays(i),
                  BigDecimal.valueOf(1 + (number + i) % 8),
                  Money.cents(HOUR_CENTS),
                  Money.cents(amount),
                  VatTreatment.STANDARD),
              "Consultation " + number + "/" + i + " with the client and perusal of the papers"));
    }
    long vat = subtotal * 15 / 100;
    return new InvoiceDocument(
        PdfKind.ORIGINAL,
        Instant.parse("2026-03-02T08:00:00Z").plusSeconds(number),
        "INV-2026-%06d".formatted(number),
        COUNSEL,
        new PartyDetails(
            "Sipho Khumalo",
            "sipho@khumalo.example",
            null,
            "1 Fox Street\nJohannesburg 2001",
            "Khumalo Attorneys",
            "SK/" + number,
            "4020202020"),
        PartyDetails.of("Nomvula Dlamini", null),
        "Dlamini v Transit Holdings",
        "Breach of a contract of carriage: heads of argument, consultations and appearance.",
        "JHB/2026/%06d".formatted(number),
        "2026/" + number,
        "PF-2026-%06d".formatted(number),
        items,
        new Totals(
            Money.cents(subtotal),
            Money.ZERO,
            Money.ZERO,
            Money.cents(subtotal),
            1500,
            Money.cents(vat),
            Money.cents(subtotal + vat),
            Totals.HALF_UP_PER_DOCUMENT),
        DAY,
        DAY.plusDays(60));
  }
}
