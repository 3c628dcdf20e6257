package za.lexohub.api.projections;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import za.lexohub.api.reading.Reads;
import za.lexohub.query.projections.ProjectionQueries;
import za.lexohub.readmodels.position.AppliedPositions;
import za.lexohub.readmodels.position.ProjectionViews;

/** An answer says how far behind it is, when that can be told. */
class ProjectionLagTest {

  private final Log log = new Log();
  private final ProjectionLag lag =
      new ProjectionLag(
          new ProjectionQueries(
              new ProjectionViews(JdbcClient.create(new DriverManagerDataSource())), log));

  @Test
  void anAnswerSaysHowManyEventsCameAfterIt() throws Exception {
    assertThat(answered().getHeaders().getFirst(ProjectionLag.HEADER)).isEqualTo("3");
  }

  @Test
  void anAnswerThatIsThereGoesOutWhenTheLogCannotBeAsked() throws Exception {
    log.away = true;
    assertThat(answered().getHeaders().containsHeader(ProjectionLag.HEADER)).isFalse();
  }

  private ServletServerHttpResponse answered() throws NoSuchMethodException {
    ServletServerHttpResponse response =
        new ServletServerHttpResponse(new MockHttpServletResponse());
    response.getHeaders().set(Reads.POSITION, "7");
    Object body =
        lag.beforeBodyWrite(
            "an answer",
            new MethodParameter(Object.class.getMethod("toString"), -1),
            MediaType.APPLICATION_JSON,
            StringHttpMessageConverter.class,
            new ServletServerHttpRequest(new MockHttpServletRequest()),
            response);
    assertThat(body).isEqualTo("an answer");
    return response;
  }

  /** It has come to 10, while it is there. */
  private static final class Log implements AppliedPositions {
    private boolean away;

    @Override
    public long appliedThrough(String group) {
      return 10;
    }

    @Override
    public long recordedThrough() {
      if (away) {
        throw new IllegalStateException("the log is away");
      }
      return 10;
    }

    @Override
    public boolean isParked(String group, String sequenceId) {
      return false;
    }
  }
}
