package za.lexohub.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Who asks is believed of the edge alone. */
class ViewerAddressTest {

  private static final String CONNECTION = "10.0.3.7";

  private final ViewerAddress filter = new ViewerAddress(new EdgeSecret("between-us"));
  private final MockHttpServletRequest request = new MockHttpServletRequest();

  @ParameterizedTest
  @ValueSource(strings = {"203.0.113.9", "0.0.0.255", "2001:db8:1:2::9", "::1"})
  void theEdgeTellsTheAddressOfTheCaller(String address) throws Exception {
    request.addHeader("x-lexohub-edge", "between-us");
    request.addHeader("x-lexohub-viewer", address);

    assertThat(seen()).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "between-u", "between-us!", "BETWEEN-US"})
  void whoDoesNotShowTheSecretIsNotBelieved(String secret) throws Exception {
    request.addHeader("x-lexohub-edge", secret);
    request.addHeader("x-lexohub-viewer", "203.0.113.9");

    assertThat(seen()).isEqualTo(CONNECTION);
  }

  @Test
  void withoutAnyWordOfTheEdgeItIsTheConnections() throws Exception {
    request.addHeader("x-lexohub-viewer", "203.0.113.9");

    assertThat(seen()).isEqualTo(CONNECTION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "abc",
        "1.2.3",
        "1.2.3.4.",
        "256.1.1.1",
        "1.2.3.4:5",
        "203.0.113.9, 10.0.0.1",
        "fe80::1%nowhere",
        "::g",
        "1:2"
      })
  void whatIsNoAddressIsNotTaken(String address) throws Exception {
    request.addHeader("x-lexohub-edge", "between-us");
    request.addHeader("x-lexohub-viewer", address);

    assertThat(seen()).isEqualTo(CONNECTION);
  }

  @Test
  void twoAddressesAreNone() throws Exception {
    request.addHeader("x-lexohub-edge", "between-us");
    request.addHeader("x-lexohub-viewer", "203.0.113.9");
    request.addHeader("x-lexohub-viewer", "203.0.113.10");

    assertThat(seen()).isEqualTo(CONNECTION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void aSecretThatIsBlankIsNone(String blank) {
    assertThatThrownBy(() -> new EdgeSecret(blank)).hasMessage("lexohub.edge.secret is missing");
    assertThat(new EdgeSecret("between-us").toString()).doesNotContain("between-us");
  }

  private String seen() throws ServletException, IOException {
    request.setRemoteAddr(CONNECTION);
    AtomicReference<String> seen = new AtomicReference<>();
    filter.doFilter(
        request, new MockHttpServletResponse(), (asked, answer) -> seen.set(asked.getRemoteAddr()));
    return seen.get();
  }
}
