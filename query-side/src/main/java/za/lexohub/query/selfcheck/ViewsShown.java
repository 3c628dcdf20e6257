package za.lexohub.query.selfcheck;

import java.util.Optional;
import java.util.UUID;
import za.lexohub.query.selfcheck.IndependentFold.Kind;
import za.lexohub.readmodels.invoice.InvoiceViews;
import za.lexohub.readmodels.matter.MatterViews;
import za.lexohub.readmodels.proforma.ProFormaViews;

/** Asks the read models themselves, and no cache. */
final class ViewsShown implements Shown {

  private final MatterViews matters;
  private final ProFormaViews proFormas;
  private final InvoiceViews invoices;

  ViewsShown(MatterViews matters, ProFormaViews proFormas, InvoiceViews invoices) {
    this.matters = matters;
    this.proFormas = proFormas;
    this.invoices = invoices;
  }

  @Override
  public Optional<?> of(String tenant, Kind kind, UUID id) {
    return switch (kind) {
      case MATTER -> matters.find(tenant, id);
      case PRO_FORMA -> proFormas.find(tenant, id);
      case INVOICE -> invoices.find(tenant, id);
    };
  }
}
