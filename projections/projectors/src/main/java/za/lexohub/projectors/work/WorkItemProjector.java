package za.lexohub.projectors.work;

import java.util.List;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import za.lexohub.messages.erasure.ErasureEvents.Forgetting;
import za.lexohub.messages.erasure.FileSubject;
import za.lexohub.messages.matter.MatterEvents.DisbursementAmended;
import za.lexohub.messages.matter.MatterEvents.DisbursementLogged;
import za.lexohub.messages.matter.MatterEvents.DisbursementVatCorrected;
import za.lexohub.messages.matter.MatterEvents.MatterInvoiceReleased;
import za.lexohub.messages.matter.MatterEvents.MatterInvoiced;
import za.lexohub.messages.matter.MatterEvents.ServiceAmended;
import za.lexohub.messages.matter.MatterEvents.ServiceLogged;
import za.lexohub.messages.matter.MatterEvents.TimeEntryAmended;
import za.lexohub.messages.matter.MatterEvents.TimeLogged;
import za.lexohub.messages.matter.MatterEvents.WorkItemRemoved;
import za.lexohub.messages.matter.MatterEvents.WorkItemWrittenOff;
import za.lexohub.messages.work.WorkItemId;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.row.Stamp;
import za.lexohub.readmodels.work.WorkItemRows;

/** Keeps the list of the work on matters. */
@ProcessingGroup(ReadModelGroups.WORK_ITEMS)
public final class WorkItemProjector {

  private final WorkItemRows items;
  private final Descriptions descriptions;
  private final PublishedPositions positions;

  public WorkItemProjector(WorkItemRows items, OpenedText opened, PublishedPositions positions) {
    this.items = items;
    this.descriptions = new Descriptions(opened);
    this.positions = positions;
  }

  @EventHandler
  void on(TimeLogged event, Stamp stamp) {
    items.logged(of(event.workItemId(), stamp), stamp.id(), descriptions.time(event, stamp));
  }

  @EventHandler
  void on(TimeEntryAmended event, Stamp stamp) {
    items.amended(of(event.workItemId(), stamp), descriptions.time(event, stamp));
  }

  @EventHandler
  void on(ServiceLogged event, Stamp stamp) {
    items.logged(of(event.workItemId(), stamp), stamp.id(), descriptions.service(event, stamp));
  }

  @EventHandler
  void on(ServiceAmended event, Stamp stamp) {
    items.amended(of(event.workItemId(), stamp), descriptions.service(event, stamp));
  }

  @EventHandler
  void on(DisbursementLogged event, Stamp stamp) {
    items.logged(
        of(event.workItemId(), stamp), stamp.id(), descriptions.disbursement(event, stamp));
  }

  @EventHandler
  void on(DisbursementAmended event, Stamp stamp) {
    items.amended(of(event.workItemId(), stamp), descriptions.disbursement(event, stamp));
  }

  @EventHandler
  void on(DisbursementVatCorrected event, Stamp stamp) {
    items.vatCorrected(
        of(event.workItemId(), stamp),
        event.vatTreatment().name(),
        descriptions.reason(event.reason(), stamp));
  }

  @EventHandler
  void on(WorkItemRemoved event, Stamp stamp) {
    items.ended(
        of(event.workItemId(), stamp), "REMOVED", descriptions.reason(event.reason(), stamp));
  }

  @EventHandler
  void on(WorkItemWrittenOff event, Stamp stamp) {
    items.ended(
        of(event.workItemId(), stamp), "WRITTEN_OFF", descriptions.reason(event.reason(), stamp));
  }

  @EventHandler
  void on(MatterInvoiced event, Stamp stamp) {
    items.billed(stamp, ids(event.workItems()), event.invoiceId().value());
  }

  @EventHandler
  void on(MatterInvoiceReleased event, Stamp stamp) {
    items.billed(stamp, ids(event.workItems()), null);
  }

  @EventHandler
  void on(Forgetting event, Stamp stamp) {
    if (event.data().erases(FileSubject.WORDING)) {
      event.data().matterIds().forEach(id -> items.forget(stamp.tenant(), id));
    }
  }

  @ResetHandler
  void reset() {
    positions.forget(ReadModelGroups.WORK_ITEMS);
    items.empty();
  }

  /** The matter's change, as one of the item. */
  private static Stamp of(WorkItemId item, Stamp matter) {
    return new Stamp(matter.tenant(), item.value(), matter.version(), matter.at());
  }

  private static List<UUID> ids(List<WorkItemId> items) {
    return items.stream().map(WorkItemId::value).toList();
  }
}
