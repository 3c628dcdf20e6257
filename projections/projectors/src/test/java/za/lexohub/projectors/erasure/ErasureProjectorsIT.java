package za.lexohub.projectors.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.erasure.ErasedData;
import za.lexohub.messages.erasure.ErasureEvents.ErasureCancelled;
import za.lexohub.messages.erasure.ErasureEvents.ErasureScheduled;
import za.lexohub.messages.erasure.ErasureEvents.LegalHoldPlaced;
import za.lexohub.messages.erasure.ErasureEvents.LegalHoldReleased;
import za.lexohub.messages.erasure.ErasureEvents.PersonalDataErased;
import za.lexohub.messages.erasure.ErasureEvents.SubjectKeysDestroyed;
import za.lexohub.messages.erasure.ErasureEvents.UploadTicketsExpired;
import za.lexohub.messages.erasure.FileReference;
import za.lexohub.messages.erasure.FileSubject;
import za.lexohub.messages.erasure.PersonalFileId;
import za.lexohub.messages.erasure.RetentionClaim;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDiscountApplied;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReversed;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.matter.MatterEvents.MatterPutOnHold;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNegotiationRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaWithdrawn;
import za.lexohub.projectors.Replayed;
import za.lexohub.projectors.Story;
import za.lexohub.projectors.TestStores;
import za.lexohub.projectors.card.Applied;
import za.lexohub.projectors.invoice.InvoiceCardProjector;
import za.lexohub.projectors.invoice.InvoiceProjector;
import za.lexohub.projectors.matter.MatterCardProjector;
import za.lexohub.projectors.matter.MatterProjector;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.projectors.proforma.ProFormaProjector;
import za.lexohub.readmodels.erasure.PersonalFileRows;
import za.lexohub.readmodels.erasure.PersonalFileView;
import za.lexohub.readmodels.erasure.PersonalFileViews;
import za.lexohub.readmodels.invoice.InvoiceCards;
import za.lexohub.readmodels.invoice.InvoiceRows;
import za.lexohub.readmodels.invoice.InvoiceViews;
import za.lexohub.readmodels.matter.MatterCards;
import za.lexohub.readmodels.matter.MatterRows;
import za.lexohub.readmodels.matter.MatterViews;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.proforma.ProFormaRows;

class ErasureProjectorsIT {

  private static final Instant AT = Instant.parse("2034-02-04T08:00:00Z");
  private static final List<FileSubject> ALL = List.of(FileSubject.values());

  private static TestStores stores;

  private final Story story = new Story();
  private final OpenedText opened = new OpenedText(story.vault);
  private final PublishedPositions positions = new PublishedPositions(stores.jdbc);
  private final FileReference file = FileReference.of(story.matterId);
  private final PersonalFileId id = PersonalFileId.of(file);
  private final PersonalData reason = story.note("asked for");

  @BeforeAll
  static void open() {
    stores = TestStores.open();
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  private Replayed told(Object projector) {
    return new Replayed(projector, stores.transactions, story);
  }

  private ErasedData data(FileSubject... subjects) {
    return new ErasedData(
        file,
        subjects.length == 0 ? ALL : List.of(subjects),
        List.of(story.proFormaId.value()),
        List.of(story.invoiceId.value()));
  }

  private PersonalDataErased erased(FileSubject... subjects) {
    return new PersonalDataErased(id, story.tenant, data(subjects), reason, List.of(), AT);
  }

  private Supplier<String> row(String table, Object of) {
    return () ->
        stores.scope.read(
            story.tenant.value(),
            jdbc ->
                jdbc.sql("select to_jsonb(t)::text from " + table + " t where id = ?")
                    .param(of)
                    .query(String.class)
                    .single());
  }

  /** Live with its keys until the end, or from the first event without them: the row is one. */
  private void forgets(Supplier<String> row, Runnable life, Replayed events) {
    life.run();
    String before = row.get();
    assertThat(before).contains("Dlamini");

    events.apply(erased());

    String live = row.get();
    assertThat(live)
        .doesNotContain("Dlamini", "Botha", "nomsa", "Appeal", "Drafting", "typed")
        .contains("[erased]");
    story.vault.eraseEverything();
    events.assertNothingChangesWhenTheyComeAgain(row);
    events.replayFromZero();
    // The advocate's own name is not the file's, but this vault has forgotten it too.
    assertThat(row.get().replaceAll("\"supplier\": \\{[^}]*}", ""))
        .isEqualTo(live.replaceAll("\"supplier\": \\{[^}]*}", ""));
  }

  @Test
  void a_matter_forgets() {
    Replayed events = told(new MatterProjector(new MatterRows(stores.scope), opened, positions));
    forgets(
        row("matters", story.matterId.value()),
        () ->
            events.apply(
                story.matterOpened(),
                new MatterPutOnHold(story.matterId, story.note("typed: waiting"))),
        events);
  }

  @Test
  void a_pro_forma_forgets() {
    Replayed events =
        told(new ProFormaProjector(new ProFormaRows(stores.scope), opened, positions));
    forgets(
        row("pro_formas", story.proFormaId.value()),
        () ->
            events.apply(
                story.requested(),
                story.submitted(),
                story.drafted(),
                story.sent(),
                new ProFormaNegotiationRequested(
                    story.proFormaId,
                    story.note("typed: cheaper"),
                    Channel.PUBLIC_LINK,
                    "attorney",
                    Story.NOON),
                new ProFormaWithdrawn(story.proFormaId, story.note("typed: no"))),
        events);
  }

  @Test
  void a_request_without_an_attorney_forgets_and_has_none() {
    Replayed events =
        told(new ProFormaProjector(new ProFormaRows(stores.scope), opened, positions));
    events.apply(story.requested(), erased());

    assertThat(row("pro_formas", story.proFormaId.value()).get())
        .doesNotContain("Dlamini")
        .contains("\"attorney\": null");
  }

  @Test
  void an_invoice_forgets_its_parties_lines_reasons_and_payments() {
    Replayed events = told(new InvoiceProjector(new InvoiceRows(stores.scope), opened, positions));
    PaymentId payment = PaymentId.random();
    forgets(
        row("invoices", story.invoiceId.value()),
        () ->
            events.apply(
                story.invoiceGenerated(),
                new InvoiceDiscountApplied(
                    story.invoiceId, Money.ZERO, story.note("typed: kind"), Story.TOTALS),
                story.invoiceSent(),
                new PaymentRecorded(
                    story.invoiceId,
                    payment,
                    Money.cents(100),
                    PaymentMethod.EFT,
                    LocalDate.of(2024, 9, 9),
                    story.note("typed: FNB 7"),
                    Money.cents(3_162_400)),
                new PaymentRecorded(
                    story.invoiceId,
                    PaymentId.random(),
                    Money.cents(100),
                    PaymentMethod.EFT,
                    LocalDate.of(2024, 9, 9),
                    null,
                    Money.cents(3_162_300)),
                new PaymentReversed(
                    story.invoiceId,
                    payment,
                    Money.cents(100),
                    story.note("typed: bounced"),
                    Money.cents(3_162_400)),
                new InvoiceVoided(
                    story.invoiceId,
                    "INV-2024-0001",
                    story.proFormaId,
                    story.note("typed: wrong"))),
        events);
    assertThat(row("invoices", story.invoiceId.value()).get()).contains("\"reference\": null");
  }

  @Test
  void only_who_is_erased_is_forgotten() {
    Replayed events = told(new MatterProjector(new MatterRows(stores.scope), opened, positions));
    events.apply(story.matterOpened(), erased(FileSubject.CLIENT));

    assertThat(row("matters", story.matterId.value()).get())
        .doesNotContain("Nomsa", "nomsa")
        .contains("Botha", "Dlamini v Roads");
  }

  @Test
  void what_a_laggard_opened_meanwhile_is_forgotten_when_the_keys_are_gone() {
    Replayed events = told(new MatterProjector(new MatterRows(stores.scope), opened, positions));
    events.apply(erased()); // nothing is there yet
    events.apply(story.matterOpened()); // of another segment, which is late and has the keys
    assertThat(row("matters", story.matterId.value()).get()).contains("Dlamini");

    events.apply(new SubjectKeysDestroyed(id, story.tenant, data()));

    assertThat(row("matters", story.matterId.value()).get()).doesNotContain("Dlamini", "Botha");
  }

  @Test
  void another_tenants_rows_are_left_alone() {
    Story other = new Story();
    Replayed theirs =
        new Replayed(
            new MatterProjector(
                new MatterRows(stores.scope), new OpenedText(other.vault), positions),
            stores.transactions,
            other);
    theirs.apply(other.matterOpened());
    told(new MatterProjector(new MatterRows(stores.scope), opened, positions))
        .apply(
            new PersonalDataErased(
                id,
                story.tenant,
                new ErasedData(FileReference.of(other.matterId), ALL, List.of(), List.of()),
                reason,
                List.of(),
                AT));

    assertThat(
            stores.scope.<String>read(
                other.tenant.value(),
                jdbc ->
                    jdbc.sql("select client ->> 'name' from matters").query(String.class).single()))
        .isEqualTo("Nomsa Dlamini");
  }

  @Test
  void cards_are_taken_away_whatever_version_they_show() {
    MatterCards matters = new MatterCards(stores.redis);
    InvoiceCards invoices = new InvoiceCards(stores.redis);
    Applied applied = new Applied(0);
    Replayed matterEvents =
        told(
            new MatterCardProjector(
                matters, new MatterViews(stores.scope), applied, positions, Clock.systemUTC()));
    Replayed invoiceEvents =
        told(
            new InvoiceCardProjector(
                invoices, new InvoiceViews(stores.scope), applied, positions, Clock.systemUTC()));
    told(new MatterProjector(new MatterRows(stores.scope), opened, positions))
        .apply(story.matterOpened());
    told(new InvoiceProjector(new InvoiceRows(stores.scope), opened, positions))
        .apply(story.invoiceGenerated());
    matterEvents.apply(story.matterOpened());
    invoiceEvents.apply(story.invoiceGenerated());
    String tenant = story.tenant.value();
    assertThat(matters.look(story.matterId.value()).card(tenant)).isPresent();
    assertThat(invoices.look(story.invoiceId.value()).card(tenant)).isPresent();

    matterEvents.apply(erased());
    invoiceEvents.apply(erased());

    assertThat(matters.look(story.matterId.value()).card(tenant)).isEmpty();
    assertThat(invoices.look(story.invoiceId.value()).card(tenant)).isEmpty();
  }

  @Test
  void the_file_tells_what_became_of_it() {
    PersonalFileViews views = new PersonalFileViews(stores.scope);
    Replayed events =
        told(new PersonalFileProjector(new PersonalFileRows(stores.scope), positions));
    Supplier<PersonalFileView> view =
        () -> views.find(story.tenant.value(), story.matterId.value()).orElseThrow().file();
    RetentionClaim claim = new RetentionClaim("TAA_S29", "the Act", LocalDate.of(2034, 2, 3));
    ErasureScheduled scheduled =
        new ErasureScheduled(
            id, story.tenant, file, ALL, LocalDate.of(2034, 2, 4), List.of(claim), reason, AT);

    events.apply(new LegalHoldPlaced(id, story.tenant, file, reason, AT));
    assertThat(view.get()).returns("LIVE", PersonalFileView::status);
    assertThat(view.get().legalHold()).isTrue();
    events.apply(new LegalHoldReleased(id, reason), scheduled);
    assertThat(view.get())
        .returns("SCHEDULED", PersonalFileView::status)
        .returns(false, PersonalFileView::legalHold)
        .returns(LocalDate.of(2034, 2, 4), PersonalFileView::dueOn)
        .returns(
            List.of(new PersonalFileView.Law("TAA_S29", "the Act", LocalDate.of(2034, 2, 3))),
            PersonalFileView::laws);
    events.apply(new ErasureCancelled(id, reason));
    assertThat(view.get())
        .returns("LIVE", PersonalFileView::status)
        .returns(List.of(), PersonalFileView::laws);
    events.apply(scheduled, erased());
    assertThat(view.get())
        .returns("ERASED", PersonalFileView::status)
        .returns(null, PersonalFileView::dueOn)
        .returns(null, PersonalFileView::keysDestroyedAt)
        .returns(
            Stream.of(FileSubject.values()).map(Enum::name).toList(),
            PersonalFileView::erasedSubjects);
    events.apply(new SubjectKeysDestroyed(id, story.tenant, data()));
    assertThat(view.get().keysDestroyedAt()).isNotNull();
    assertThat(view.get().version()).isEqualTo(7);
    events.assertNothingChangesWhenTheyComeAgain(view);
  }

  @Test
  void the_keys_are_gone_when_those_of_every_erasure_are() {
    PersonalFileViews views = new PersonalFileViews(stores.scope);
    Replayed events =
        told(new PersonalFileProjector(new PersonalFileRows(stores.scope), positions));
    Supplier<PersonalFileView> view =
        () -> views.find(story.tenant.value(), story.matterId.value()).orElseThrow().file();
    ErasedData client = data(FileSubject.CLIENT);
    ErasedData rest = data(FileSubject.ATTORNEY, FileSubject.WORDING);

    events.apply(
        erased(FileSubject.CLIENT),
        erased(FileSubject.ATTORNEY, FileSubject.WORDING),
        new SubjectKeysDestroyed(id, story.tenant, client));
    assertThat(view.get().keysDestroyedAt()).isNull();

    events.apply(new SubjectKeysDestroyed(id, story.tenant, rest));
    assertThat(view.get().keysDestroyedAt()).isNotNull();
    events.apply(new UploadTicketsExpired(id, story.tenant, client));
    events.assertNothingChangesWhenTheyComeAgain(view);
  }
}
