package za.lexohub.processes.invoice;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDiscountApplied;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDraftUpdated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.money.Line;
import za.lexohub.messages.money.Totals;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PersonalData;

/**
 * What an invoice says after the events it was given, in their order. Before {@link
 * InvoiceGenerated} it says nothing, and asking for it is an error.
 */
public final class InvoiceContent {

  private @Nullable InvoiceGenerated generated;
  private @Nullable PersonalData wording;
  private List<Line> lines = List.of();
  private @Nullable Totals totals;
  private @Nullable LocalDate invoiceDate;
  private @Nullable LocalDate dueDate;
  private @Nullable Party attorney;

  public void on(Object event) {
    switch (event) {
      case InvoiceGenerated e -> {
        generated = e;
        wording = e.wording();
        lines = e.lines();
        totals = e.totals();
        invoiceDate = e.invoiceDate();
        dueDate = e.dueDate();
        attorney = e.attorney();
      }
      case InvoiceDraftUpdated e -> {
        wording = e.wording();
        lines = e.lines();
        totals = e.totals();
        invoiceDate = e.invoiceDate();
        dueDate = e.dueDate();
      }
      case InvoiceDiscountApplied e -> totals = e.totals();
      case InvoiceSent e -> {
        totals = e.totals();
        invoiceDate = e.invoiceDate();
        dueDate = e.dueDate();
        attorney = e.recipient();
      }
      default -> {
        // changes nothing that it says
      }
    }
  }

  public boolean belongsTo(TenantId tenant) {
    return generated != null && generated.tenantId().equals(tenant);
  }

  public InvoiceGenerated generated() {
    return known(generated);
  }

  /** The sealed {@link za.lexohub.messages.party.Wording}. */
  public PersonalData wording() {
    return known(wording);
  }

  public List<Line> lines() {
    return lines;
  }

  public Totals totals() {
    return known(totals);
  }

  public LocalDate invoiceDate() {
    return known(invoiceDate);
  }

  public LocalDate dueDate() {
    return known(dueDate);
  }

  /** Who owes it: the instructing attorney. */
  public Party attorney() {
    return known(attorney);
  }

  private static <T> T known(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("an invoice begins with InvoiceGenerated");
    }
    return value;
  }
}
