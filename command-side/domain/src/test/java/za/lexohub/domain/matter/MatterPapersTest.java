package za.lexohub.domain.matter;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static za.lexohub.domain.matter.Matters.matter;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import za.lexohub.domain.Samples;
import za.lexohub.domain.Specification;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.matter.AccessLevel;
import za.lexohub.messages.matter.MatterCommands.*;
import za.lexohub.messages.matter.MatterEvents.*;
import za.lexohub.messages.matter.MatterId;

class MatterPapersTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
  private static final Matters BRIEF = matter();
  private static final MatterId ID = BRIEF.id();
  private static final TenantId JHB = Samples.JHB;
  private static final RequestStatement ASK = new RequestStatement(ID, JHB, DAY, DAY);
  private static final MatterStatementRequested FIRST =
      new MatterStatementRequested(ID, 1, DAY, DAY);
  private static final RecordStatement STORE =
      new RecordStatement(ID, JHB, 1, "key", "sha", 9, "template", "renderer");
  private static final MatterStatementStored STORED =
      new MatterStatementStored(ID, 1, "key", "sha", 9, "template", "renderer");
  private static final RecordStatementFailure FAIL =
      new RecordStatementFailure(ID, JHB, 1, "no paper");
  private static final MatterStatementFailed FAILED = new MatterStatementFailed(ID, 1, "no paper");
  private static final MatterNotificationRequested MAIL =
      new MatterNotificationRequested(ID, "matter-invitation", 1);
  private static final MatterNotificationSent SENT =
      new MatterNotificationSent(ID, "matter-invitation", 1, "message");
  private static final MatterNotificationFailed UNSENT =
      new MatterNotificationFailed(ID, "matter-invitation", 1, "no server");

  private final Specification<Matter> active = Specification.of(Matter.class).given(BRIEF.opened());

  @Test
  void everyRequestMakesOneStatementMore() {
    active.when(ASK).publishes(FIRST);
    active.given(FIRST).when(ASK).publishes(new MatterStatementRequested(ID, 2, DAY, DAY));
  }

  @Test
  void aStatementIsStoredOnceAndOnlyIfItWasAskedFor() {
    active.given(FIRST).when(STORE).publishes(STORED);
    active.given(FIRST, FAILED).when(STORE).publishes(STORED);
    active.given(FIRST, STORED).when(STORE).changesNothing();
    active.when(STORE).changesNothing();
  }

  @Test
  void aStatementIsGivenUpOnceUnlessItIsStored() {
    active.given(FIRST).when(FAIL).publishes(FAILED);
    active.given(FIRST, FAILED).when(FAIL).changesNothing();
    active.given(FIRST, STORED).when(FAIL).changesNothing();
  }

  @Test
  void everyRequestSendsOneMailMoreOfItsTemplate() {
    RequestMatterNotification ask = new RequestMatterNotification(ID, JHB, "matter-invitation");
    active.when(ask).publishes(MAIL);
    active
        .given(MAIL)
        .when(ask)
        .publishes(new MatterNotificationRequested(ID, "matter-invitation", 2));
    active
        .given(MAIL)
        .when(new RequestMatterNotification(ID, JHB, "other"))
        .publishes(new MatterNotificationRequested(ID, "other", 1));
  }

  @Test
  void anAttorneyWithoutAnAddressGetsNoMail() {
    MatterRequested known = BRIEF.requested();
    Specification.of(Matter.class)
        .given(
            new MatterRequested(
                ID,
                JHB,
                known.reference(),
                known.matterType(),
                known.bar(),
                known.client(),
                Samples.unreachable("attorney"),
                known.wording(),
                false,
                "naledi",
                DAY))
        .when(new RequestMatterNotification(ID, JHB, "matter-invitation"))
        .isRefusedBy(Rule.RECIPIENT_WITHOUT_EMAIL);
  }

  @Test
  void aMailIsSentOrGivenUpOnce() {
    RecordMatterNotification sent =
        new RecordMatterNotification(ID, JHB, "matter-invitation", 1, "message");
    RecordMatterNotificationFailure failed =
        new RecordMatterNotificationFailure(ID, JHB, "matter-invitation", 1, "no server");
    active.given(MAIL).when(sent).publishes(SENT);
    active.given(MAIL, SENT).when(sent).changesNothing();
    active.when(sent).changesNothing();
    active.given(MAIL).when(failed).publishes(UNSENT);
    active.given(MAIL, UNSENT).when(failed).changesNothing();
    active.given(MAIL, SENT).when(failed).changesNothing();
  }

  @Test
  void whoReadTheMatterBeforeAPaperWasStoredMayStillDecide() {
    active
        .given(FIRST, STORED)
        .whenVersionIsExpected(1, new SettleMatter(ID, JHB, DAY))
        .publishes(new MatterSettled(ID, DAY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "naledi@khumalo.example", "Naledi Khumalo", "naledi\u00a0k"})
  void accessIsGrantedToSubjectsAndNotToNamesOrAddresses(String attorney) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GrantMatterAccess(ID, JHB, attorney, AccessLevel.VIEW))
        .withMessageContaining("attorneyId must be the subject of a token");
  }

  @Test
  void anAddressThatHasAccessLosesItAndNoOtherIsNoted() {
    String address = "naledi@khumalo.example";
    RevokeMatterAccess revoke = new RevokeMatterAccess(ID, JHB, address, null);
    active
        .given(new MatterAccessGranted(ID, address, AccessLevel.VIEW))
        .when(revoke)
        .publishes(new MatterAccessRevoked(ID, address, null));
    active.when(revoke).isRefusedBy(Rule.ACCESS_ALREADY_REVOKED);
  }

  @Test
  void accessIsGrantedAndChangedAndRevokedOnce() {
    GrantMatterAccess view = new GrantMatterAccess(ID, JHB, "naledi", AccessLevel.VIEW);
    MatterAccessGranted viewing = new MatterAccessGranted(ID, "naledi", AccessLevel.VIEW);
    RevokeMatterAccess revoke = new RevokeMatterAccess(ID, JHB, "naledi", null);
    MatterAccessRevoked revoked = new MatterAccessRevoked(ID, "naledi", null);
    active.when(view).publishes(viewing);
    active.given(viewing).when(view).changesNothing();
    active
        .given(viewing)
        .when(new GrantMatterAccess(ID, JHB, "naledi", AccessLevel.APPROVE))
        .publishes(new MatterAccessGranted(ID, "naledi", AccessLevel.APPROVE));
    active.given(viewing).when(revoke).publishes(revoked);
    active.given(viewing, revoked).when(revoke).isRefusedBy(Rule.ACCESS_ALREADY_REVOKED);
    active.when(revoke).isRefusedBy(Rule.ACCESS_ALREADY_REVOKED);
  }
}
