package za.lexohub.processes.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import za.lexohub.processes.aws.WireFormat;
import za.lexohub.processes.queue.BusEvent;

class BusEventTest {

  @Test
  void theTenantIsNamedByEitherShape() {
    assertThat(read("{'userId':'adv-jhb','invoiceId':'i-1'}").tenant()).isEqualTo("adv-jhb");
    assertThat(read("{'specversion':'1.0','tenantid':'adv-cpt','userId':'nobody'}").tenant())
        .isEqualTo("adv-cpt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "[]",
        "{'id':'1','detail-type':'X','source':'s','time':'2026-03-02T08:00:00Z'}",
        "{'id':'1','detail-type':'X','source':'s','time':'then','detail':{'userId':'t'}}",
        "{'id':'1','detail-type':'X','source':'s','time':'2026-03-02T08:00:00Z','detail':{}}",
        "{'id':'"
            + " ','detail-type':'X','source':'s','time':'2026-03-02T08:00:00Z','detail':{'userId':'t'}}",
        "{'id':'1','detail-type':'X','source':'s','time':'2026-03-02T08:00:00Z','detail':{'specversion':'1.0','userId':'t'}}"
      })
  void whatIsNoEventOfATenantIsRefused(String body) {
    assertThatThrownBy(
            () -> {
              Object read = WireFormat.read(body.replace('\'', '"'), BusEvent.class);
              assertThat(read).isNotNull();
            })
        .isInstanceOfAny(JacksonException.class, AssertionError.class);
  }

  private static BusEvent read(String detail) {
    return WireFormat.read(
        """
        {"version":"0","id":"e-1","detail-type":"InvoiceGenerated","source":"lexohub.invoices",
         "account":"1","time":"2026-03-02T08:00:00Z","region":"af-south-1","resources":[],
         "detail":%s}
        """
            .formatted(detail.replace('\'', '"')),
        BusEvent.class);
  }
}
