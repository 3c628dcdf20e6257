package za.lexohub.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import za.lexohub.messages.invoice.InvoiceCommands.IssueInvoiceLink;

/** A command that rests on a view waits for it: it is late for a while, and never wrong. */
class LaggingViewTest extends EdgeTest {
  @Autowired EdgeApplication.MovingHead head;

  @AfterEach
  void caughtUp() {
    head.position = 41;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "invoices/{id}/issue-link",
        "agreements/{id}/send",
        "pro-formas/{id}/regenerate-link"
      })
  void aLinkIsMadeOnlyWhenEveryEarlierOneIsKnown(String path) {
    head.position = 42;
    Reply reply =
        post("/api/v1/" + path.replace("{id}", UUID.randomUUID().toString()))
            .as("thandi")
            .freshKey()
            .ifMatch("\"v1\"")
            .send();

    assertThat(reply.status()).as(reply.text()).isEqualTo(503);
    assertThat(reply.code()).isEqualTo("not-yet-applied");
    assertThat(reply.header("Retry-After")).isEqualTo("1");
    assertThat(gateway.commands).isEmpty();
  }

  @Test
  void onAViewThatHasComeSoFarItIsMadeAtOnce() {
    Reply reply =
        post("/api/v1/invoices/" + UUID.randomUUID() + "/issue-link")
            .as("thandi")
            .freshKey()
            .send();

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(gateway.only(IssueInvoiceLink.class).linkGeneration()).isOne();
  }
}
