package za.lexohub.audit.asof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaMailFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaMailSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaResent;
import za.lexohub.messages.proforma.ProFormaId;

class ProFormaPapersTest {
  private static final ProFormaId ID = ProFormaId.random();

  private final ProFormaPapers papers = new ProFormaPapers();

  private static Step step(Object event) {
    return new Step(new TenantId("adv"), ID.toString(), event, 1, Instant.EPOCH, Map.of());
  }

  private void resent(int delivery) {
    ProFormaResent event = new ProFormaResent(ID, 1, delivery, Instant.EPOCH);
    papers.requested(event, step(event));
  }

  private void failed(int delivery) {
    ProFormaMailFailed event = new ProFormaMailFailed(ID, delivery, 1, "pro-forma", "mailbox full");
    papers.failed(event, step(event));
  }

  private void assertState(String state) {
    List<Object> mails = papers.notifications();
    assertThat(mails)
        .singleElement(InstanceOfAssertFactories.map(String.class, Object.class))
        .containsEntry("state", state);
  }

  @Test
  void whatBecomesOfAnEarlierMailSaysNothingOfTheLast() {
    ProFormaNotificationRequested first = new ProFormaNotificationRequested(ID, 1, "pro-forma");
    papers.requested(first, step(first));
    resent(1);
    resent(2);
    ProFormaMailSent sent = new ProFormaMailSent(ID, 2, 1, "pro-forma", "m-2");
    papers.sent(sent, step(sent));

    failed(1);
    ProFormaNotificationFailed late =
        new ProFormaNotificationFailed(ID, 1, "pro-forma", "mailbox full");
    papers.failed(late, step(late));

    assertState("SENT");
  }

  @Test
  void theLastMailMayFail() {
    resent(1);
    resent(2);
    failed(2);

    assertState("FAILED");
  }
}
