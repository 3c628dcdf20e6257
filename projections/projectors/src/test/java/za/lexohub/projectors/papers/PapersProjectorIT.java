package za.lexohub.projectors.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.attachment.AttachmentEvents.AttachmentAnnounced;
import za.lexohub.messages.attachment.AttachmentEvents.AttachmentLinked;
import za.lexohub.messages.attachment.AttachmentEvents.AttachmentRemoved;
import za.lexohub.messages.attachment.AttachmentEvents.AttachmentStored;
import za.lexohub.messages.attachment.AttachmentId;
import za.lexohub.messages.attachment.AttachmentKind;
import za.lexohub.messages.attachment.DocumentType;
import za.lexohub.messages.matter.MatterEvents.MatterStatementFailed;
import za.lexohub.messages.matter.MatterEvents.MatterStatementRequested;
import za.lexohub.messages.matter.MatterEvents.MatterStatementStored;
import za.lexohub.projectors.Replayed;
import za.lexohub.projectors.Story;
import za.lexohub.projectors.TestStores;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.readmodels.attachment.AttachmentFilter;
import za.lexohub.readmodels.attachment.AttachmentRows;
import za.lexohub.readmodels.attachment.AttachmentSort;
import za.lexohub.readmodels.attachment.AttachmentView;
import za.lexohub.readmodels.attachment.AttachmentViews;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.party.Forgotten;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.statement.StatementRows;
import za.lexohub.readmodels.statement.StatementView;
import za.lexohub.readmodels.statement.StatementViews;

class PapersProjectorIT {

  private static final LocalDate FROM = LocalDate.of(2024, 9, 1);
  private static final LocalDate TO = LocalDate.of(2024, 9, 30);

  private static TestStores stores;

  private final Story story = new Story();
  private final AttachmentId id = AttachmentId.random();
  private final AttachmentId linkId = AttachmentId.random();
  private final AttachmentRows attachmentRows = new AttachmentRows(stores.scope);
  private final AttachmentViews attachments = new AttachmentViews(stores.scope);
  private final StatementViews statements = new StatementViews(stores.scope);
  private final Replayed events =
      new Replayed(
          new PapersProjector(
              attachmentRows,
              new StatementRows(stores.scope),
              new OpenedText(story.vault),
              new PublishedPositions(stores.jdbc)),
          stores.transactions,
          story);

  @BeforeAll
  static void open() {
    stores = TestStores.open();
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  private AttachmentAnnounced announced() {
    return new AttachmentAnnounced(
        id,
        story.tenant,
        AttachmentKind.MATTER,
        story.matterId.value(),
        DocumentType.BRIEF,
        1,
        null,
        "application/pdf",
        2_048,
        "a".repeat(64),
        story.tenant + "/matters/x/attachments/" + id,
        story.note("brief.pdf"));
  }

  private AttachmentLinked linked() {
    return new AttachmentLinked(
        linkId,
        story.tenant,
        AttachmentKind.INVOICE,
        story.invoiceId.value(),
        DocumentType.RECEIPT,
        story.note("slip"),
        story.note("https://bank.example/slip"));
  }

  @Test
  void follows_a_document_from_its_announcement_to_its_removal() {
    events.apply(announced());
    assertThat(attachment(id))
        .returns("PENDING", AttachmentView::status)
        .returns("brief.pdf", AttachmentView::name)
        .returns(2_048L, AttachmentView::size)
        .returns(1, AttachmentView::documentVersion)
        .returns(story.matterId.value(), AttachmentView::fileId);
    events.apply(new AttachmentStored(id));
    assertThat(attachment(id)).returns("STORED", AttachmentView::status);
    events.apply(new AttachmentRemoved(id, story.note("wrong file")), linked());
    assertThat(attachment(id))
        .returns("REMOVED", AttachmentView::status)
        .returns("wrong file", AttachmentView::removalReason)
        .returns(3L, AttachmentView::version);
    assertThat(attachment(linkId))
        .returns("LINKED", AttachmentView::status)
        .returns("https://bank.example/slip", AttachmentView::url);
    assertThat(listed(Set.of("LINKED")))
        .extracting(AttachmentView::id)
        .containsExactly(linkId.value());
    events.assertNothingChangesWhenTheyComeAgain(() -> listed(Set.of()));
    List<AttachmentView> before = listed(Set.of());
    events.replayFromZero();
    assertThat(listed(Set.of())).isEqualTo(before);
  }

  @Test
  void forgets_what_was_typed_about_a_file_and_leaves_its_like() {
    events.apply(announced(), linked(), new AttachmentRemoved(id, story.note("wrong file")));
    attachmentRows.forget(
        story.tenant.value(), story.matterId.value(), new Forgotten(true, true, true));
    assertThat(attachment(id))
        .returns("[erased]", AttachmentView::name)
        .returns("[erased]", AttachmentView::removalReason)
        .returns(null, AttachmentView::url)
        .returns(2L, AttachmentView::version);
    assertThat(attachment(linkId)).returns("slip", AttachmentView::name);
  }

  @Test
  void lists_the_statements_of_a_matter_newest_first() {
    events.apply(
        story.matterOpened(),
        new MatterStatementRequested(story.matterId, 1, FROM, TO),
        new MatterStatementRequested(story.matterId, 2, FROM, TO),
        new MatterStatementFailed(story.matterId, 1, "no invoice"),
        new MatterStatementStored(story.matterId, 2, "key", "hash", 7, "template", "1"));
    assertThat(statements())
        .extracting(StatementView::number, StatementView::status)
        .containsExactly(tuple(2, "STORED"), tuple(1, "FAILED"));
    assertThat(statements.find(story.tenant.value(), story.matterId.value(), 2))
        .hasValueSatisfying(
            it ->
                assertThat(it)
                    .returns("key", StatementView::key)
                    .returns(7L, StatementView::size)
                    .returns(FROM, StatementView::from)
                    .returns(TO, StatementView::to));
    assertThat(statements.find(story.tenant.value(), story.matterId.value(), 3)).isEmpty();
    assertThat(statements.find("another", story.matterId.value(), 2)).isEmpty();
    events.assertNothingChangesWhenTheyComeAgain(this::statements);
  }

  private AttachmentView attachment(AttachmentId attachment) {
    return attachments.find(story.tenant.value(), attachment.value()).orElseThrow();
  }

  private List<AttachmentView> listed(Set<String> status) {
    return attachments
        .page(
            story.tenant.value(),
            new AttachmentFilter(status, Set.of(), null),
            Sort.descending(AttachmentSort.CREATED_AT),
            50,
            null)
        .entries();
  }

  private List<StatementView> statements() {
    return statements.of(story.tenant.value(), story.matterId.value());
  }
}
