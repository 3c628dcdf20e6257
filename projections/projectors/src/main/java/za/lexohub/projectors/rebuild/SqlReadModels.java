package za.lexohub.projectors.rebuild;

import java.util.List;
import java.util.function.Function;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.projectors.access.MatterGrantProjector;
import za.lexohub.projectors.batch.InvoiceBatchProjector;
import za.lexohub.projectors.claims.ClaimProjector;
import za.lexohub.projectors.erasure.PersonalFileProjector;
import za.lexohub.projectors.invoice.InvoiceProjector;
import za.lexohub.projectors.ledger.LedgerProjector;
import za.lexohub.projectors.matter.MatterProjector;
import za.lexohub.projectors.notification.NotificationProjector;
import za.lexohub.projectors.papers.PapersProjector;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.projectors.practice.PracticeProjector;
import za.lexohub.projectors.proforma.ProFormaProjector;
import za.lexohub.projectors.promises.PromisesProjector;
import za.lexohub.projectors.publiclink.PublicLinkProjector;
import za.lexohub.projectors.ratecard.RateCardProjector;
import za.lexohub.projectors.retainer.RetainerProjector;
import za.lexohub.projectors.trust.TrustAccountProjector;
import za.lexohub.projectors.work.WorkItemProjector;
import za.lexohub.projectors.workflow.WorkflowProjector;
import za.lexohub.readmodels.access.MatterGrantRows;
import za.lexohub.readmodels.agreement.AgreementRows;
import za.lexohub.readmodels.attachment.AttachmentRows;
import za.lexohub.readmodels.batch.InvoiceBatchRows;
import za.lexohub.readmodels.claims.CreditNoteRows;
import za.lexohub.readmodels.claims.DisputeRows;
import za.lexohub.readmodels.claims.ReceiptRows;
import za.lexohub.readmodels.erasure.PersonalFileRows;
import za.lexohub.readmodels.invoice.InvoiceRows;
import za.lexohub.readmodels.ledger.LedgerRows;
import za.lexohub.readmodels.matter.MatterRows;
import za.lexohub.readmodels.notification.NotificationRows;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.practice.PracticeRows;
import za.lexohub.readmodels.proforma.ProFormaRows;
import za.lexohub.readmodels.publiclink.PublicLinkRows;
import za.lexohub.readmodels.ratecard.RateCardRows;
import za.lexohub.readmodels.reminder.PrescriptionRows;
import za.lexohub.readmodels.retainer.RetainerRows;
import za.lexohub.readmodels.row.TenantScope;
import za.lexohub.readmodels.scope.ScopeAmendmentRows;
import za.lexohub.readmodels.statement.StatementRows;
import za.lexohub.readmodels.trust.TrustRows;
import za.lexohub.readmodels.work.WorkItemRows;
import za.lexohub.readmodels.workflow.WorkflowRows;

/** All read models that are kept in tables; the same that {@code rebuild.models} lists. */
final class SqlReadModels {

  private final OpenedText opened;
  private final PersonalDataVault vault;

  /** Told of by no projector that is not reset. */
  private final PublishedPositions positions;

  SqlReadModels(OpenedText opened, PersonalDataVault vault, PublishedPositions positions) {
    this.opened = opened;
    this.vault = vault;
    this.positions = positions;
  }

  List<SqlReadModel> all() {
    return List.of(
        one(
            ReadModelGroups.MATTERS,
            in -> new MatterProjector(new MatterRows(in), opened, positions)),
        one(
            ReadModelGroups.PRO_FORMAS,
            in -> new ProFormaProjector(new ProFormaRows(in), opened, positions)),
        one(
            ReadModelGroups.INVOICES,
            in -> new InvoiceProjector(new InvoiceRows(in), opened, positions)),
        one(
            ReadModelGroups.PUBLIC_LINKS,
            in -> new PublicLinkProjector(new PublicLinkRows(in), positions)),
        one(
            ReadModelGroups.WORKFLOWS,
            in -> new WorkflowProjector(new WorkflowRows(in), positions)),
        one(
            ReadModelGroups.PERSONAL_FILES,
            in -> new PersonalFileProjector(new PersonalFileRows(in), positions)),
        one(
            ReadModelGroups.WORK_ITEMS,
            in -> new WorkItemProjector(new WorkItemRows(in), opened, positions)),
        one(
            ReadModelGroups.MATTER_GRANTS,
            in -> new MatterGrantProjector(new MatterGrantRows(in), positions)),
        one(
            ReadModelGroups.INVOICE_BATCHES,
            in -> new InvoiceBatchProjector(new InvoiceBatchRows(in), positions)),
        one(
            ReadModelGroups.RATE_CARDS,
            in -> new RateCardProjector(new RateCardRows(in), opened, positions)),
        one(
            ReadModelGroups.CLAIMS,
            in ->
                new ClaimProjector(
                    new CreditNoteRows(in),
                    new DisputeRows(in),
                    new ReceiptRows(in),
                    opened,
                    positions)),
        one(
            ReadModelGroups.PRACTICE,
            in -> new PracticeProjector(new PracticeRows(in), opened, positions)),
        new SqlReadModel(
            ReadModelGroups.CLIENT_MONEY,
            in ->
                List.of(
                    new RetainerProjector(new RetainerRows(in), opened, positions),
                    new TrustAccountProjector(new TrustRows(in), opened, positions))),
        one(
            ReadModelGroups.PROMISES,
            in ->
                new PromisesProjector(
                    new AgreementRows(in),
                    new ScopeAmendmentRows(in),
                    new PrescriptionRows(in),
                    opened,
                    vault,
                    positions)),
        one(
            ReadModelGroups.NOTIFICATIONS,
            in -> new NotificationProjector(new NotificationRows(in), positions)),
        one(
            ReadModelGroups.ATTACHMENTS,
            in ->
                new PapersProjector(
                    new AttachmentRows(in), new StatementRows(in), opened, positions)),
        one(ReadModelGroups.LEDGER, in -> new LedgerProjector(new LedgerRows(in), positions)));
  }

  private static SqlReadModel one(String group, Function<TenantScope, Object> projector) {
    return new SqlReadModel(group, in -> List.of(projector.apply(in)));
  }
}
