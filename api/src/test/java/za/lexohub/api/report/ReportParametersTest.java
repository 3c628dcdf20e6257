package za.lexohub.api.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ReportParametersTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, -, 2026-06-01",
        "asOf, 2026-03-31T21:59:59Z, -, 2026-03-31",
        "asOf, 2026-03-31T22:00:00Z, -, 2026-04-01",
        "asOf, 2026-03-31T12:00:00Z, 2026-05-01, 2026-05-01",
        "asOf, 2030-01-01T00:00:00Z, -, 2026-06-01",
        "asOfPosition, 7, -, 2026-06-01"
      })
  void what_is_open_ages_by_the_day_that_it_is_asked_as_of(
      @Nullable String name, @Nullable String asOf, @Nullable String on, LocalDate day) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    if (name != null && asOf != null) {
      request.setParameter(name, asOf);
    }
    if (on != null) {
      request.setParameter("on", on);
    }
    assertThat(new ReportParameters(request, TODAY).on()).isEqualTo(day);
  }
}
