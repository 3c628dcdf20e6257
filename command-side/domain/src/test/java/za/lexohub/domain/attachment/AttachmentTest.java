package za.lexohub.domain.attachment;

import static za.lexohub.domain.Samples.STRANGER;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.invoice.Invoices.invoice;
import static za.lexohub.domain.matter.Matters.matter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.Books;
import za.lexohub.domain.invoice.Invoices;
import za.lexohub.domain.matter.Matters;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.attachment.AttachmentCommands.AnnounceAttachment;
import za.lexohub.messages.attachment.AttachmentCommands.ConfirmAttachment;
import za.lexohub.messages.attachment.AttachmentCommands.LinkAttachment;
import za.lexohub.messages.attachment.AttachmentCommands.RemoveAttachment;
import za.lexohub.messages.attachment.AttachmentEvents.AttachmentAnnounced;
import za.lexohub.messages.attachment.AttachmentEvents.AttachmentLinked;
import za.lexohub.messages.attachment.AttachmentEvents.AttachmentRemoved;
import za.lexohub.messages.attachment.AttachmentEvents.AttachmentStored;
import za.lexohub.messages.attachment.AttachmentId;
import za.lexohub.messages.attachment.AttachmentKind;
import za.lexohub.messages.attachment.DocumentType;
import za.lexohub.messages.erasure.ErasedData;
import za.lexohub.messages.erasure.ErasureEvents.PersonalDataErased;
import za.lexohub.messages.erasure.FileReference;
import za.lexohub.messages.erasure.FileSubject;
import za.lexohub.messages.erasure.PersonalFileId;
import za.lexohub.messages.matter.MatterEvents.MatterClosed;

class AttachmentTest {
  private static final String SHA256 = "a".repeat(64);

  private final Books books = new Books();
  private final Matters file = matter();
  private final TenantId tenant = file.tenant();
  private final AttachmentId id = AttachmentId.random();

  private AnnounceAttachment announce(
      AttachmentId attachment, int version, @Nullable AttachmentId previous, String sha256) {
    return announceOn(
        AttachmentKind.MATTER, file.id().value(), attachment, version, previous, sha256);
  }

  private AnnounceAttachment announceOn(
      AttachmentKind kind,
      UUID fileId,
      AttachmentId attachment,
      int version,
      @Nullable AttachmentId previous,
      String sha256) {
    return new AnnounceAttachment(
        attachment,
        tenant,
        kind,
        fileId,
        DocumentType.BRIEF,
        version,
        previous,
        "application/pdf",
        2_048,
        sha256,
        tenant + "/matters/" + fileId + "/attachments/" + attachment,
        sealed("brief.pdf"));
  }

  private static AttachmentAnnounced announced(AnnounceAttachment command) {
    return new AttachmentAnnounced(
        command.attachmentId(),
        command.tenant(),
        command.kind(),
        command.fileId(),
        command.type(),
        command.version(),
        command.previous(),
        command.mediaType(),
        command.size(),
        command.sha256(),
        command.key(),
        command.name());
  }

  private LinkAttachment link(AttachmentId attachment) {
    return new LinkAttachment(
        attachment,
        tenant,
        AttachmentKind.MATTER,
        file.id().value(),
        DocumentType.OTHER,
        sealed("bundle"),
        sealed("https://court.example/bundle"));
  }

  private AttachmentLinked linked(AttachmentId attachment) {
    LinkAttachment command = link(attachment);
    return new AttachmentLinked(
        attachment,
        tenant,
        command.kind(),
        command.fileId(),
        command.type(),
        command.name(),
        command.url());
  }

  @Test
  void aDocumentIsAnnouncedOnAFileThatExists() {
    books.given(file.opened());
    books.when(announce(id, 1, null, SHA256)).appends(announced(announce(id, 1, null, SHA256)));
  }

  @Test
  void aClosedMatterStillTakesDocuments() {
    books.given(file.opened(), new MatterClosed(file.id(), file.openedOn()));
    books.when(announce(id, 1, null, SHA256)).appends(announced(announce(id, 1, null, SHA256)));
  }

  @Test
  void anInvoiceTakesDocumentsToo() {
    Invoices own = invoice();
    books.given(own.generated());
    AnnounceAttachment onOwn =
        new AnnounceAttachment(
            id,
            own.tenant(),
            AttachmentKind.INVOICE,
            own.id().value(),
            DocumentType.RECEIPT,
            1,
            null,
            "image/png",
            7,
            SHA256,
            own.tenant() + "/invoices/" + own.id() + "/attachments/" + id,
            sealed("slip.png"));
    books.when(onOwn).appends(announced(onOwn));
  }

  @Test
  void aFileThatIsNotThereTakesNone() {
    books.when(announce(id, 1, null, SHA256)).findsNothing();
    books.when(link(id)).findsNothing();
    books
        .when(announceOn(AttachmentKind.INVOICE, UUID.randomUUID(), id, 1, null, SHA256))
        .findsNothing();
  }

  @Test
  void theSameAnnouncementAgainChangesNothingAndAnotherUnderItsIdIsRefused() {
    books.given(file.opened(), announced(announce(id, 1, null, SHA256)));
    books.when(announce(id, 1, null, SHA256)).changesNothing();
    books.when(announce(id, 1, null, "b".repeat(64))).isRefusedBy(Rule.ATTACHMENT_DIFFERS);
    books.when(link(id)).isRefusedBy(Rule.ATTACHMENT_DIFFERS);
  }

  @Test
  void aNewVersionFollowsTheOneBeforeOnTheSameFile() {
    AttachmentId next = AttachmentId.random();
    books.given(file.opened(), announced(announce(id, 1, null, SHA256)));
    books.when(announce(next, 3, id, SHA256)).isRefusedBy(Rule.ATTACHMENT_DIFFERS);
    books.when(announce(next, 2, AttachmentId.random(), SHA256)).findsNothing();
    books.when(announce(next, 2, id, SHA256)).appends(announced(announce(next, 2, id, SHA256)));
  }

  @Test
  void whatIsLinkedHasNoVersions() {
    books.given(file.opened(), linked(id));
    books.when(announce(AttachmentId.random(), 2, id, SHA256)).isRefusedBy(Rule.ATTACHMENT_DIFFERS);
  }

  @Test
  void anUploadIsConfirmedOnce() {
    books.given(file.opened(), announced(announce(id, 1, null, SHA256)));
    books.when(new ConfirmAttachment(id, tenant)).appends(new AttachmentStored(id));
    books.when(new ConfirmAttachment(id, tenant)).changesNothing();
  }

  @Test
  void whatAwaitsNoUploadIsNotConfirmed() {
    AttachmentId elsewhere = AttachmentId.random();
    books.given(
        file.opened(),
        linked(elsewhere),
        announced(announce(id, 1, null, SHA256)),
        new AttachmentRemoved(id, sealed("wrong file")));
    books.when(new ConfirmAttachment(elsewhere, tenant)).isRefusedBy(Rule.ATTACHMENT_NOT_PENDING);
    books.when(new ConfirmAttachment(id, tenant)).isRefusedBy(Rule.ATTACHMENT_NOT_PENDING);
  }

  @Test
  void anErasedMatterTakesNoMoreDocumentsAndNoUploadThatWasOnItsWay() {
    AttachmentId next = AttachmentId.random();
    books.given(
        file.opened(),
        announced(announce(id, 1, null, SHA256)),
        erased(FileReference.of(file.id()), tenant));
    books.when(new ConfirmAttachment(id, tenant)).isRefusedBy(Rule.PERSONAL_DATA_ERASED);
    books.when(announce(next, 1, null, SHA256)).isRefusedBy(Rule.PERSONAL_DATA_ERASED);
    books.when(announce(id, 1, null, SHA256)).isRefusedBy(Rule.PERSONAL_DATA_ERASED);
    books.when(link(next)).isRefusedBy(Rule.PERSONAL_DATA_ERASED);
  }

  @Test
  void anErasedInvoiceTakesNoUploadThatWasOnItsWay() {
    Invoices own = invoice();
    AnnounceAttachment onOwn =
        new AnnounceAttachment(
            id,
            own.tenant(),
            AttachmentKind.INVOICE,
            own.id().value(),
            DocumentType.RECEIPT,
            1,
            null,
            "image/png",
            7,
            SHA256,
            own.tenant() + "/invoices/" + own.id() + "/attachments/" + id,
            sealed("slip.png"));
    books.given(
        own.generated(),
        announced(onOwn),
        erased(FileReference.of(own.generated().proFormaId()), own.tenant()));
    books.when(new ConfirmAttachment(id, own.tenant())).isRefusedBy(Rule.PERSONAL_DATA_ERASED);
  }

  @Test
  void whatWasStoredBeforeTheErasureIsConfirmedAgainWithoutHarm() {
    books.given(
        file.opened(),
        announced(announce(id, 1, null, SHA256)),
        new AttachmentStored(id),
        erased(FileReference.of(file.id()), tenant));
    books.when(new ConfirmAttachment(id, tenant)).changesNothing();
  }

  private static PersonalDataErased erased(FileReference of, TenantId owner) {
    return new PersonalDataErased(
        PersonalFileId.of(of),
        owner,
        new ErasedData(of, List.of(FileSubject.values()), List.of(), List.of()),
        sealed("asked for"),
        List.of(),
        Instant.parse("2027-03-01T08:00:00Z"));
  }

  @Test
  void aDocumentElsewhereIsLinkedOnce() {
    books.given(file.opened());
    books.when(link(id)).appends(linked(id));
    books.when(link(id)).changesNothing();
  }

  @Test
  void aDocumentIsRemovedOnceAndOnlyByItsOwner() {
    books.given(file.opened(), announced(announce(id, 1, null, SHA256)));
    books.when(new RemoveAttachment(id, STRANGER, sealed("mine"))).findsNothing();
    RemoveAttachment remove = new RemoveAttachment(id, tenant, sealed("wrong file"));
    books.when(remove).appends(new AttachmentRemoved(id, remove.reason()));
    books.when(remove).changesNothing();
  }
}
