package za.lexohub.query.selfcheck;

import java.util.Optional;
import java.util.UUID;
import za.lexohub.query.selfcheck.IndependentFold.Kind;
import za.lexohub.readmodels.invoice.InvoiceView;
import za.lexohub.readmodels.matter.MatterView;
import za.lexohub.readmodels.proforma.ProFormaView;

/** What the read models show, right now, of one thing. */
@FunctionalInterface
interface Shown {

  Optional<?> of(String tenant, Kind kind, UUID id);

  static Class<?> form(Kind kind) {
    return switch (kind) {
      case MATTER -> MatterView.class;
      case PRO_FORMA -> ProFormaView.class;
      case INVOICE -> InvoiceView.class;
    };
  }
}
