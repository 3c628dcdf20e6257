package za.lexohub.processes.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.processes.SagaStage.METADATA;
import static za.lexohub.processes.SagaStage.NOW;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.erasure.ErasedData;
import za.lexohub.messages.erasure.ErasureCommands.CarryOutErasure;
import za.lexohub.messages.erasure.ErasureCommands.DestroySubjectKeys;
import za.lexohub.messages.erasure.ErasureCommands.ExpireUploadTickets;
import za.lexohub.messages.erasure.ErasureEvents.ErasureCancelled;
import za.lexohub.messages.erasure.ErasureEvents.ErasureScheduled;
import za.lexohub.messages.erasure.ErasureEvents.LegalHoldPlaced;
import za.lexohub.messages.erasure.ErasureEvents.LegalHoldReleased;
import za.lexohub.messages.erasure.ErasureEvents.PersonalDataErased;
import za.lexohub.messages.erasure.ErasureEvents.SubjectKeysDestroyed;
import za.lexohub.messages.erasure.ErasureEvents.UploadTicketsExpired;
import za.lexohub.messages.erasure.FileKind;
import za.lexohub.messages.erasure.FileReference;
import za.lexohub.messages.erasure.FileSubject;
import za.lexohub.messages.erasure.PersonalFileId;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.processes.SagaStage;
import za.lexohub.processes.deadlines.DeadlineLimits;

class ErasureSagaTest {

  private static final String DEADLINE = "erasure-due";
  private static final TenantId TENANT = new TenantId("adv-1");
  private static final FileReference FILE = new FileReference(FileKind.MATTER, new UUID(1, 2));
  private static final PersonalFileId ID = PersonalFileId.of(FILE);
  private static final PersonalData REASON =
      new PersonalData(new UUID(3, 4), new UUID(5, 6), "bm9uY2U=", "eA==");
  private static final LocalDate DUE_ON = LocalDate.of(2034, 2, 4);

  /** 4 February 2034, 00:00 in Johannesburg. */
  private static final Instant DUE = Instant.parse("2034-02-03T22:00:00Z");

  private static final ErasedData DATA =
      new ErasedData(FILE, List.of(FileSubject.CLIENT), List.of(), List.of());
  private static final PersonalDataErased ERASED =
      new PersonalDataErased(ID, TENANT, DATA, REASON, List.of(), NOW);
  private static final DestroySubjectKeys DESTROY = new DestroySubjectKeys(FILE, TENANT);

  /** No node remembers a key for so long, unless it is told to. */
  private static final Duration FORGOTTEN = Duration.ofSeconds(65);

  /** Twice as long as a ticket for an upload is good. */
  private static final Duration EXPIRED = Duration.ofMinutes(30);

  private final SagaStage<ErasureSaga> stage =
      new SagaStage<>(
          ErasureSaga.class, new DeadlineLimits(Duration.ofMinutes(1), Duration.ofHours(1)));
  private final SagaTestFixture<ErasureSaga> fixture = stage.fixture;

  private static ErasureScheduled scheduled(LocalDate dueOn) {
    return new ErasureScheduled(
        ID, TENANT, FILE, List.of(FileSubject.CLIENT), dueOn, List.of(), REASON, NOW);
  }

  private SagaTestFixture<ErasureSaga> waiting() {
    fixture.givenAPublished(scheduled(DUE_ON), METADATA);
    return fixture;
  }

  @Test
  void a_schedule_arms_the_day_due_at_midnight_in_johannesburg() {
    fixture
        .givenNoPriorActivity()
        .whenPublishingA(scheduled(DUE_ON), METADATA)
        .expectActiveSagas(1)
        .expectNoDispatchedCommands()
        .expectScheduledDeadlineWithName(DUE, DEADLINE);
  }

  @Test
  void on_that_day_it_is_carried_out_and_asked_for_until_answered() {
    waiting()
        .whenTimeAdvancesTo(DUE)
        .expectDispatchedCommands(new CarryOutErasure(FILE, TENANT, DUE))
        .expectScheduledDeadlineWithName(Duration.ofMinutes(1), DEADLINE);
  }

  @Test
  void before_that_day_nothing_happens() {
    waiting().whenTimeAdvancesTo(DUE.minusSeconds(1)).expectNoDispatchedCommands();
  }

  @Test
  void another_day_takes_the_place_of_the_first() {
    waiting();
    fixture
        .whenPublishingA(scheduled(DUE_ON.plusDays(9)), METADATA)
        .expectActiveSagas(1)
        .expectNoScheduledDeadlineWithName(DUE, DEADLINE)
        .expectScheduledDeadlineWithName(DUE.plus(Duration.ofDays(9)), DEADLINE);
  }

  @Test
  void a_cancelled_schedule_ends_it() {
    waiting();
    fixture
        .whenPublishingA(new ErasureCancelled(ID, REASON), METADATA)
        .expectActiveSagas(0)
        .expectNoScheduledDeadlines();
  }

  @Test
  void a_legal_hold_stops_the_clock_and_its_release_starts_it() {
    waiting();
    fixture.andThenAPublished(new LegalHoldPlaced(ID, TENANT, FILE, REASON, NOW), METADATA);
    fixture
        .whenPublishingA(new LegalHoldReleased(ID, REASON), METADATA)
        .expectScheduledDeadlineWithName(DUE, DEADLINE);
  }

  @Test
  void while_it_is_held_the_day_passes_without_effect() {
    waiting();
    fixture.andThenAPublished(new LegalHoldPlaced(ID, TENANT, FILE, REASON, NOW), METADATA);
    fixture
        .whenTimeAdvancesTo(DUE.plusSeconds(1))
        .expectNoDispatchedCommands()
        .expectNoScheduledDeadlines();
  }

  @Test
  void what_is_erased_has_its_keys_destroyed_at_once() {
    fixture
        .givenNoPriorActivity()
        .whenPublishingA(ERASED, METADATA)
        .expectActiveSagas(1)
        .expectDispatchedCommands(DESTROY)
        .expectScheduledDeadlineWithName(FORGOTTEN, DEADLINE);
  }

  @Test
  void and_again_until_they_are_gone_everywhere() {
    fixture.givenAPublished(ERASED, METADATA);
    fixture.whenTimeElapses(FORGOTTEN).expectDispatchedCommands(DESTROY);
  }

  @Test
  void once_they_are_gone_it_waits_for_the_last_ticket_for_an_upload() {
    fixture.givenAPublished(ERASED, METADATA);
    fixture
        .whenPublishingA(new SubjectKeysDestroyed(ID, TENANT, DATA), METADATA)
        .expectActiveSagas(1)
        .expectNoDispatchedCommands()
        .expectScheduledDeadlineWithName(EXPIRED, DEADLINE);
  }

  @Test
  void when_no_ticket_is_good_any_more_it_says_so_until_answered() {
    fixture
        .givenAPublished(ERASED, METADATA)
        .andThenAPublished(new SubjectKeysDestroyed(ID, TENANT, DATA), METADATA);
    fixture
        .whenTimeElapses(EXPIRED)
        .expectDispatchedCommands(new ExpireUploadTickets(FILE, TENANT))
        .expectScheduledDeadlineWithName(Duration.ofMinutes(1), DEADLINE);
    ErasureSaga stored = stage.stored("personalFileId", ID.toString());
    assertThat(SagaStage.storedAndLoaded(stored)).usingRecursiveComparison().isEqualTo(stored);
  }

  @Test
  void and_then_it_ends() {
    fixture
        .givenAPublished(ERASED, METADATA)
        .andThenAPublished(new SubjectKeysDestroyed(ID, TENANT, DATA), METADATA);
    fixture
        .whenPublishingA(new UploadTicketsExpired(ID, TENANT, DATA), METADATA)
        .expectActiveSagas(0)
        .expectNoScheduledDeadlines();
  }

  @Test
  void of_two_erasures_the_second_is_asked_for_when_the_keys_of_the_first_are_gone() {
    ErasedData rest = new ErasedData(FILE, List.of(FileSubject.ATTORNEY), List.of(), List.of());
    fixture
        .givenAPublished(ERASED, METADATA)
        .andThenAPublished(
            new PersonalDataErased(ID, TENANT, rest, REASON, List.of(), NOW), METADATA)
        .andThenAPublished(new SubjectKeysDestroyed(ID, TENANT, DATA), METADATA);
    ErasureSaga stored = stage.stored("personalFileId", ID.toString());
    assertThat(SagaStage.storedAndLoaded(stored)).usingRecursiveComparison().isEqualTo(stored);

    fixture.whenTimeElapses(FORGOTTEN).expectActiveSagas(1).expectDispatchedCommands(DESTROY);

    fixture
        .whenPublishingA(new SubjectKeysDestroyed(ID, TENANT, rest), METADATA)
        .expectActiveSagas(1)
        .expectScheduledDeadlineWithName(EXPIRED, DEADLINE);
  }

  @Test
  void a_schedule_of_the_rest_waits_until_the_first_is_gone_from_everywhere() {
    fixture
        .givenAPublished(ERASED, METADATA)
        .andThenAPublished(scheduled(DUE_ON), METADATA)
        .andThenAPublished(new SubjectKeysDestroyed(ID, TENANT, DATA), METADATA);
    fixture
        .whenPublishingA(new UploadTicketsExpired(ID, TENANT, DATA), METADATA)
        .expectActiveSagas(1)
        .expectScheduledDeadlineWithName(DUE, DEADLINE);
  }

  @Test
  void an_event_that_comes_twice_changes_nothing() {
    waiting();
    fixture
        .whenPublishingA(scheduled(DUE_ON), METADATA)
        .expectActiveSagas(1)
        .expectScheduledDeadlineWithName(DUE, DEADLINE);
    ErasureSaga stored = stage.stored("personalFileId", ID.toString());
    assertThat(SagaStage.storedAndLoaded(stored)).usingRecursiveComparison().isEqualTo(stored);
  }
}
