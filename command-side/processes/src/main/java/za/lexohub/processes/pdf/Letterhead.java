package za.lexohub.processes.pdf;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Element;
import org.openpdf.text.Image;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import za.lexohub.messages.party.PartyDetails;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.SupplierDetails;

/** The upper part of a paper: who writes, what it is, to whom, in which matter. */
final class Letterhead {

  /** A label and what it stands for; a missing value leaves the line out. */
  record Entry(String label, @Nullable String value) {}

  private Letterhead() {}

  static PdfPTable counsel(Counsel counsel) {
    PdfPTable table = Setting.table(55, 45);
    Paragraph name = Setting.paragraph(counsel.name(), Face.DISPLAY, 19, counsel.brand().accent());
    name.setLeading(0, 1.1f);
    Paragraph role =
        Setting.paragraph("Advocate · " + bar(counsel.bar()), Face.TEXT, BAR_SIZE, Setting.MUTED);
    role.setSpacingBefore(3);
    PdfPCell who = Setting.cell();
    Image logo = counsel.brand().logo();
    if (logo != null) {
      who.addElement(logo);
      name.setSpacingBefore(6);
    }
    who.addElement(name);
    who.addElement(role);
    table.addCell(who);

    PdfPCell particulars = Setting.cell();
    for (String line : particulars(counsel)) {
      Paragraph paragraph = Setting.paragraph(line, Face.TEXT, Setting.SMALL, Setting.MUTED);
      paragraph.setAlignment(Element.ALIGN_RIGHT);
      particulars.addElement(paragraph);
    }
    table.addCell(particulars);
    for (PdfPCell cell : table.getRow(0).getCells()) {
      Setting.ruledBelow(cell, counsel.brand().accent(), 1.2f).setPaddingBottom(10);
    }
    table.setSpacingAfter(16);
    return table;
  }

  private static final float BAR_SIZE = 9;

  private static String bar(Bar bar) {
    return switch (bar) {
      case JOHANNESBURG -> "Johannesburg Bar";
      case CAPE_TOWN -> "Cape Bar";
    };
  }

  private static List<String> particulars(Counsel counsel) {
    SupplierDetails details = counsel.details();
    if (details == null) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(details.address().lines().map(String::strip).toList());
    if (details.phone() != null) {
      lines.add("Tel " + details.phone());
    }
    lines.add(details.email());
    lines.add("Practice number " + details.practiceNumber());
    if (counsel.vatRegistered() && details.vatNumber() != null) {
      lines.add("VAT number " + details.vatNumber());
    }
    return lines;
  }

  /** The paper's name at the left, its numbers and dates at the right. */
  static PdfPTable heading(
      Color accent, String title, @Nullable String notice, List<Entry> entries) {
    PdfPTable table = Setting.table(52, 48);
    Paragraph heading = Setting.paragraph(title, Face.DISPLAY, 22, Setting.INK);
    heading.setLeading(0, 1.1f);
    PdfPCell left = Setting.cell(heading);
    left.setPaddingRight(16);
    if (notice != null) {
      Paragraph warning = Setting.paragraph(notice, Face.BOLD, 9, accent);
      warning.setSpacingBefore(5);
      left.addElement(warning);
    }
    table.addCell(left);
    table.addCell(Setting.cell(entries(entries, 42, 58)));
    table.setSpacingAfter(12);
    table.setKeepTogether(true);
    return table;
  }

  /** The recipient at the left, the matter and its references at the right. */
  static PdfPTable parties(
      Color accent,
      Words words,
      PartyDetails recipient,
      boolean vat,
      String title,
      List<Entry> references) {
    PdfPTable table = Setting.table(52, 48);
    PdfPCell to = Setting.cell(Setting.label(words.of("recipient"), accent));
    to.setPaddingRight(16);
    to.addElement(Setting.paragraph(recipient.name(), Face.BOLD, Setting.BODY, Setting.INK));
    if (recipient.firm() != null) {
      to.addElement(Setting.body(recipient.firm()));
    }
    if (recipient.address() != null) {
      recipient
          .address()
          .lines()
          .map(String::strip)
          .forEach(line -> to.addElement(Setting.body(line)));
    }
    if (vat && recipient.vatNumber() != null) {
      to.addElement(Setting.body("VAT number " + recipient.vatNumber()));
    }
    table.addCell(to);
    PdfPCell matter = Setting.cell(Setting.label(words.of("matter"), accent));
    Paragraph name = Setting.paragraph(title, Face.BOLD, Setting.BODY, Setting.INK);
    name.setSpacingAfter(6);
    matter.addElement(name);
    matter.addElement(entries(references, 42, 58));
    table.addCell(matter);
    table.setSpacingAfter(16);
    return table;
  }

  static PdfPTable entries(List<Entry> entries, float label, float value) {
    PdfPTable table = Setting.table(label, value);
    for (Entry entry : entries) {
      if (entry.value() != null && !entry.value().isBlank()) {
        table.addCell(
            spaced(
                Setting.text(
                    Setting.phrase(entry.label(), Face.TEXT, Setting.BODY, Setting.MUTED),
                    Element.ALIGN_LEFT)));
        table.addCell(
            spaced(
                Setting.text(
                    Setting.phrase(entry.value(), Face.TEXT, Setting.BODY, Setting.INK),
                    Element.ALIGN_LEFT)));
      }
    }
    return table;
  }

  private static PdfPCell spaced(PdfPCell cell) {
    cell.setPaddingBottom(5.4f);
    return cell;
  }
}
