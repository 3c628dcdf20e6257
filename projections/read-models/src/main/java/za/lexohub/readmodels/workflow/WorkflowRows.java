package za.lexohub.readmodels.workflow;

import java.util.UUID;
import za.lexohub.readmodels.row.RowInsert;
import za.lexohub.readmodels.row.RowUpdate;
import za.lexohub.readmodels.row.Stamp;
import za.lexohub.readmodels.row.TenantScope;

/**
 * Keeps what pro formas and invoices record about a workflow, in two tables, because each aggregate
 * has its own versions. A row's id is the id of the invoice that the round makes. Every write may
 * come again, at any time; an older one is refused.
 */
public final class WorkflowRows {

  private static final String PRO_FORMAS = "workflow_pro_formas";
  private static final String INVOICES = "workflow_invoices";

  private final TenantScope scope;

  public WorkflowRows(TenantScope scope) {
    this.scope = scope;
  }

  /** A round of billing begins. */
  public void started(Stamp proForma, int round, UUID invoiceId) {
    RowInsert.of(PRO_FORMAS, of(proForma, invoiceId))
        .set("pro_forma_id", proForma.id())
        .set("round", round)
        .set("started_at", proForma.at())
        .apply(scope);
  }

  public void validated(Stamp proForma, UUID invoiceId) {
    update(proForma, invoiceId)
        .set("validated_at", proForma.at())
        .set("failed_step", null)
        .set("failed_at", null)
        .set("failure", null)
        .apply(scope);
  }

  /** The workflow gave up at this step. */
  public void failed(Stamp proForma, UUID invoiceId, String step, String failure) {
    update(proForma, invoiceId)
        .set("failed_step", step)
        .set("failed_at", proForma.at())
        .set("failure", failure)
        .apply(scope);
  }

  /** It goes on at the step it failed at. */
  public void retried(Stamp proForma, UUID invoiceId, String step) {
    update(proForma, invoiceId)
        .set("failed_step", null)
        .set("failed_at", null)
        .set("failure", null)
        .setSql("retries = case when retried_step = ? then retries + 1 else 1 end", step)
        .set("retried_step", step)
        .apply(scope);
  }

  public void converted(Stamp proForma, UUID invoiceId) {
    update(proForma, invoiceId)
        .set("converted_at", proForma.at())
        .set("failed_step", null)
        .set("failed_at", null)
        .set("failure", null)
        .apply(scope);
  }

  public void released(Stamp proForma, UUID invoiceId) {
    update(proForma, invoiceId).set("released_at", proForma.at()).apply(scope);
  }

  public void invoiceGenerated(Stamp invoice) {
    RowInsert.of(INVOICES, invoice).set("generated_at", invoice.at()).apply(scope);
  }

  /** Only up to the first stored one: later renderings of the draft are no part of the workflow. */
  public void pdfRequested(Stamp invoice) {
    RowUpdate.of(INVOICES, invoice)
        .setSql("pdf_requested_at = coalesce(pdf_requested_at, ?)", invoice.at())
        .setSql("pdf_requests = pdf_requests + case when pdf_stored_at is null then 1 else 0 end")
        .apply(scope);
  }

  public void pdfStored(Stamp invoice) {
    RowUpdate.of(INVOICES, invoice)
        .setSql("pdf_stored_at = coalesce(pdf_stored_at, ?)", invoice.at())
        .apply(scope);
  }

  /** Only up to the first sent one. */
  public void mailRequested(Stamp invoice) {
    RowUpdate.of(INVOICES, invoice)
        .setSql("mail_requested_at = coalesce(mail_requested_at, ?)", invoice.at())
        .setSql("mail_requests = mail_requests + case when mail_sent_at is null then 1 else 0 end")
        .apply(scope);
  }

  public void mailSent(Stamp invoice) {
    RowUpdate.of(INVOICES, invoice)
        .setSql("mail_sent_at = coalesce(mail_sent_at, ?)", invoice.at())
        .apply(scope);
  }

  public void discarded(Stamp invoice) {
    RowUpdate.of(INVOICES, invoice).set("discarded_at", invoice.at()).apply(scope);
  }

  public void empty() {
    scope.truncate(PRO_FORMAS, INVOICES);
  }

  private static RowUpdate update(Stamp proForma, UUID invoiceId) {
    return RowUpdate.of(PRO_FORMAS, of(proForma, invoiceId));
  }

  private static Stamp of(Stamp proForma, UUID invoiceId) {
    return new Stamp(proForma.tenant(), invoiceId, proForma.version(), proForma.at());
  }
}
