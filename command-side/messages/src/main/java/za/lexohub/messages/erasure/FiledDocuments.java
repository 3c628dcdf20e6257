package za.lexohub.messages.erasure;

import java.util.List;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.proforma.ProFormaId;

/** Knows what lies in a file, as the log has it at this moment: nothing that is committed lacks. */
public interface FiledDocuments {

  /**
   * Every pro forma that was ever drafted on the matter, or that the matter was made of, even if by
   * mistake: each once, in the order in which they came.
   */
  List<ProFormaId> proFormasOn(TenantId tenant, MatterId matterId);

  /** Every invoice that was ever made on the matter, in the order in which they were. */
  List<InvoiceId> invoicesOn(TenantId tenant, MatterId matterId);
}
