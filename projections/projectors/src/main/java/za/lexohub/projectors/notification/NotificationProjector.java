package za.lexohub.projectors.notification;

import static za.lexohub.messages.notification.NotificationKind.BUDGET_EXCEEDED;
import static za.lexohub.messages.notification.NotificationKind.INVOICE_OVERDUE;
import static za.lexohub.messages.notification.NotificationKind.INVOICE_PAID;
import static za.lexohub.messages.notification.NotificationKind.INVOICE_PARTIALLY_PAID;
import static za.lexohub.messages.notification.NotificationKind.INVOICE_SENT;
import static za.lexohub.messages.notification.NotificationKind.LEGAL_NOTICE_PROPOSED;
import static za.lexohub.messages.notification.NotificationKind.MAIL_BOUNCED;
import static za.lexohub.messages.notification.NotificationKind.MAIL_FAILED;
import static za.lexohub.messages.notification.NotificationKind.MATTER_CLOSED;
import static za.lexohub.messages.notification.NotificationKind.MATTER_REQUESTED;
import static za.lexohub.messages.notification.NotificationKind.MATTER_SETTLED;
import static za.lexohub.messages.notification.NotificationKind.PRESCRIPTION_NEAR;
import static za.lexohub.messages.notification.NotificationKind.PRO_FORMA_ACCEPTED;
import static za.lexohub.messages.notification.NotificationKind.PRO_FORMA_CHANGES_REQUESTED;
import static za.lexohub.messages.notification.NotificationKind.PRO_FORMA_DECLINED;
import static za.lexohub.messages.notification.NotificationKind.PRO_FORMA_SUBMITTED;
import static za.lexohub.messages.notification.NotificationKind.RETAINER_DEPLETED;
import static za.lexohub.messages.notification.NotificationKind.RETAINER_LOW;
import static za.lexohub.messages.notification.NotificationKind.SCOPE_AMENDMENT_PROPOSED;

import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import za.lexohub.messages.agreement.AgreementEvents.AgreementNotificationFailed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceBecameOverdue;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationBounced;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationFailed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePartiallyPaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceEvents.LegalNoticeProposed;
import za.lexohub.messages.invoice.InvoiceEvents.PrescriptionWarned;
import za.lexohub.messages.matter.MatterEvents.MatterBudgetExceeded;
import za.lexohub.messages.matter.MatterEvents.MatterClosed;
import za.lexohub.messages.matter.MatterEvents.MatterNotificationFailed;
import za.lexohub.messages.matter.MatterEvents.MatterRequested;
import za.lexohub.messages.matter.MatterEvents.MatterSettled;
import za.lexohub.messages.notification.InboxEvents.NotificationsMuted;
import za.lexohub.messages.notification.InboxEvents.NotificationsRead;
import za.lexohub.messages.notification.NotificationKind;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaAccepted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDeclined;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaMailFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNegotiationRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRequestSubmitted;
import za.lexohub.messages.retainer.RetainerEvents.RetainerBalanceLow;
import za.lexohub.messages.retainer.RetainerEvents.RetainerDepleted;
import za.lexohub.messages.scope.ScopeAmendmentEvents.ScopeAmendmentProposed;
import za.lexohub.readmodels.notification.NotificationRows;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.row.Stamp;

/** Keeps the notices, and what users have read and muted of them. */
@ProcessingGroup(ReadModelGroups.NOTIFICATIONS)
public final class NotificationProjector {

  private static final String MATTER = "MATTER";
  private static final String PRO_FORMA = "PRO_FORMA";
  private static final String INVOICE = "INVOICE";
  private static final String AGREEMENT = "AGREEMENT";
  private static final String SCOPE_AMENDMENT = "SCOPE_AMENDMENT";
  private static final String RETAINER = "RETAINER";

  private final NotificationRows notices;
  private final PublishedPositions positions;

  public NotificationProjector(NotificationRows notices, PublishedPositions positions) {
    this.notices = notices;
    this.positions = positions;
  }

  @EventHandler
  void on(ProFormaRequestSubmitted event, Stamp stamp, @MessageIdentifier String id) {
    tell(PRO_FORMA_SUBMITTED, PRO_FORMA, id, stamp);
  }

  @EventHandler
  void on(ProFormaAccepted event, Stamp stamp, @MessageIdentifier String id) {
    tell(PRO_FORMA_ACCEPTED, PRO_FORMA, id, stamp);
  }

  @EventHandler
  void on(ProFormaDeclined event, Stamp stamp, @MessageIdentifier String id) {
    tell(PRO_FORMA_DECLINED, PRO_FORMA, id, stamp);
  }

  @EventHandler
  void on(ProFormaNegotiationRequested event, Stamp stamp, @MessageIdentifier String id) {
    tell(PRO_FORMA_CHANGES_REQUESTED, PRO_FORMA, id, stamp);
  }

  @EventHandler
  void on(ProFormaNotificationFailed event, Stamp stamp, @MessageIdentifier String id) {
    tell(MAIL_FAILED, PRO_FORMA, id, stamp);
  }

  @EventHandler
  void on(ProFormaMailFailed event, Stamp stamp, @MessageIdentifier String id) {
    tell(MAIL_FAILED, PRO_FORMA, id, stamp);
  }

  @EventHandler
  void on(InvoiceSent event, Stamp stamp, @MessageIdentifier String id) {
    tell(INVOICE_SENT, INVOICE, id, stamp);
  }

  @EventHandler
  void on(InvoiceBecameOverdue event, Stamp stamp, @MessageIdentifier String id) {
    tell(INVOICE_OVERDUE, INVOICE, id, stamp);
  }

  @EventHandler
  void on(InvoicePartiallyPaid event, Stamp stamp, @MessageIdentifier String id) {
    tell(INVOICE_PARTIALLY_PAID, INVOICE, id, stamp);
  }

  @EventHandler
  void on(InvoicePaid event, Stamp stamp, @MessageIdentifier String id) {
    tell(INVOICE_PAID, INVOICE, id, stamp);
  }

  @EventHandler
  void on(LegalNoticeProposed event, Stamp stamp, @MessageIdentifier String id) {
    tell(LEGAL_NOTICE_PROPOSED, INVOICE, id, stamp);
  }

  @EventHandler
  void on(PrescriptionWarned event, Stamp stamp, @MessageIdentifier String id) {
    tell(PRESCRIPTION_NEAR, INVOICE, id, stamp);
  }

  @EventHandler
  void on(InvoiceNotificationFailed event, Stamp stamp, @MessageIdentifier String id) {
    tell(MAIL_FAILED, INVOICE, id, stamp);
  }

  @EventHandler
  void on(InvoiceNotificationBounced event, Stamp stamp, @MessageIdentifier String id) {
    tell(MAIL_BOUNCED, INVOICE, id, stamp);
  }

  @EventHandler
  void on(MatterRequested event, Stamp stamp, @MessageIdentifier String id) {
    tell(MATTER_REQUESTED, MATTER, id, stamp);
  }

  @EventHandler
  void on(MatterSettled event, Stamp stamp, @MessageIdentifier String id) {
    tell(MATTER_SETTLED, MATTER, id, stamp);
  }

  @EventHandler
  void on(MatterClosed event, Stamp stamp, @MessageIdentifier String id) {
    tell(MATTER_CLOSED, MATTER, id, stamp);
  }

  @EventHandler
  void on(MatterBudgetExceeded event, Stamp stamp, @MessageIdentifier String id) {
    tell(BUDGET_EXCEEDED, MATTER, id, stamp);
  }

  @EventHandler
  void on(MatterNotificationFailed event, Stamp stamp, @MessageIdentifier String id) {
    tell(MAIL_FAILED, MATTER, id, stamp);
  }

  @EventHandler
  void on(AgreementNotificationFailed event, Stamp stamp, @MessageIdentifier String id) {
    tell(MAIL_FAILED, AGREEMENT, id, stamp);
  }

  @EventHandler
  void on(ScopeAmendmentProposed event, Stamp stamp, @MessageIdentifier String id) {
    tell(SCOPE_AMENDMENT_PROPOSED, SCOPE_AMENDMENT, id, stamp);
  }

  @EventHandler
  void on(RetainerBalanceLow event, Stamp stamp, @MessageIdentifier String id) {
    tell(RETAINER_LOW, RETAINER, id, stamp);
  }

  @EventHandler
  void on(RetainerDepleted event, Stamp stamp, @MessageIdentifier String id) {
    tell(RETAINER_DEPLETED, RETAINER, id, stamp);
  }

  @EventHandler
  void on(NotificationsRead event, Stamp stamp) {
    notices.read(stamp, event.notificationIds());
  }

  @EventHandler
  void on(NotificationsMuted event, Stamp stamp) {
    notices.muted(stamp, event.kinds().stream().map(Enum::name).toList());
  }

  private void tell(NotificationKind kind, String subjectType, String event, Stamp stamp) {
    notices.notified(UUID.fromString(event), stamp, kind.name(), subjectType);
  }

  @ResetHandler
  void reset() {
    positions.forget(ReadModelGroups.NOTIFICATIONS);
    notices.empty();
  }
}
