package za.lexohub.domain.proforma;

import static za.lexohub.domain.proforma.ProFormas.proForma;

import org.junit.jupiter.api.Test;
import za.lexohub.domain.Specification;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.proforma.ProFormaCommands.RecordProFormaNotification;
import za.lexohub.messages.proforma.ProFormaCommands.RecordProFormaNotificationFailure;
import za.lexohub.messages.proforma.ProFormaCommands.RecordProFormaPdf;
import za.lexohub.messages.proforma.ProFormaCommands.RecordProFormaPdfFailure;
import za.lexohub.messages.proforma.ProFormaCommands.RequestProFormaNotification;
import za.lexohub.messages.proforma.ProFormaCommands.RequestProFormaPdf;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaPdfFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaPdfRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaPdfStored;
import za.lexohub.messages.proforma.ProFormaId;

class ProFormaDocumentsTest {
  private static final ProFormas PF = proForma();
  private static final ProFormaId ID = PF.id();
  private static final TenantId JHB = PF.tenant();
  private static final String MAIL = "pro-forma";

  private final Specification<ProForma> sent =
      Specification.of(ProForma.class).given(PF.drafted(), PF.sent(1));

  private final RequestProFormaPdf requestPdf = new RequestProFormaPdf(ID, JHB, 1);
  private final ProFormaPdfRequested pdfRequested = new ProFormaPdfRequested(ID, 1);
  private final RecordProFormaPdf recordPdf =
      new RecordProFormaPdf(ID, JHB, 1, "key", "sha", 10, "template", "renderer");
  private final ProFormaPdfStored pdfStored =
      new ProFormaPdfStored(ID, 1, "key", "sha", 10, "template", "renderer");
  private final RecordProFormaPdfFailure failPdf =
      new RecordProFormaPdfFailure(ID, JHB, 1, "no font");
  private final ProFormaPdfFailed pdfFailed = new ProFormaPdfFailed(ID, 1, "no font");

  private final RequestProFormaNotification requestMail =
      new RequestProFormaNotification(ID, JHB, 1, MAIL);
  private final ProFormaNotificationRequested mailRequested =
      new ProFormaNotificationRequested(ID, 1, MAIL);
  private final RecordProFormaNotification recordMail =
      new RecordProFormaNotification(ID, JHB, 1, MAIL, "message");
  private final ProFormaNotificationSent mailSent =
      new ProFormaNotificationSent(ID, 1, MAIL, "message");
  private final RecordProFormaNotificationFailure failMail =
      new RecordProFormaNotificationFailure(ID, JHB, 1, MAIL, "refused");
  private final ProFormaNotificationFailed mailFailed =
      new ProFormaNotificationFailed(ID, 1, MAIL, "refused");

  @Test
  void aRenderingIsAskedForUntilItIsStored() {
    sent.when(requestPdf).publishes(pdfRequested);
    sent.given(pdfRequested).when(requestPdf).publishes(pdfRequested);
    sent.given(pdfRequested, pdfFailed).when(requestPdf).publishes(pdfRequested);
    sent.given(pdfRequested, pdfStored).when(requestPdf).changesNothing();
  }

  @Test
  void onlyRevisionsThatExistAreRendered() {
    sent.when(new RequestProFormaPdf(ID, JHB, 2)).findsNothing();
    sent.when(new RequestProFormaPdf(ID, JHB, 0)).findsNothing();
    sent.given(PF.revised(2))
        .when(new RequestProFormaPdf(ID, JHB, 2))
        .publishes(new ProFormaPdfRequested(ID, 2));
  }

  @Test
  void aRenderingIsRecordedOnceAndOnlyIfAskedFor() {
    sent.given(pdfRequested).when(recordPdf).publishes(pdfStored);
    sent.given(pdfRequested, pdfFailed).when(recordPdf).publishes(pdfStored);
    sent.given(pdfRequested, pdfStored).when(recordPdf).changesNothing();
    sent.when(recordPdf).changesNothing();
  }

  @Test
  void aFailedRenderingIsRecordedOnceAndOnlyIfAwaited() {
    sent.given(pdfRequested).when(failPdf).publishes(pdfFailed);
    sent.given(pdfRequested, pdfFailed).when(failPdf).changesNothing();
    sent.given(pdfRequested, pdfStored).when(failPdf).changesNothing();
    sent.when(failPdf).changesNothing();
  }

  @Test
  void aMailIsAskedForUntilItIsSent() {
    sent.when(requestMail).publishes(mailRequested);
    sent.given(mailRequested).when(requestMail).publishes(mailRequested);
    sent.given(mailRequested, mailSent).when(requestMail).changesNothing();
    sent.when(new RequestProFormaNotification(ID, JHB, 2, MAIL)).findsNothing();
  }

  @Test
  void aMailIsRecordedOnceAndOnlyIfAskedFor() {
    sent.given(mailRequested).when(recordMail).publishes(mailSent);
    sent.given(mailRequested, mailFailed).when(recordMail).publishes(mailSent);
    sent.given(mailRequested, mailSent).when(recordMail).changesNothing();
    sent.when(recordMail).changesNothing();
  }

  @Test
  void aFailedMailIsRecordedOnceAndOnlyIfAwaited() {
    sent.given(mailRequested).when(failMail).publishes(mailFailed);
    sent.given(mailRequested, mailFailed).when(failMail).changesNothing();
    sent.given(mailRequested, mailSent).when(failMail).changesNothing();
    sent.when(failMail).changesNothing();
  }
}
