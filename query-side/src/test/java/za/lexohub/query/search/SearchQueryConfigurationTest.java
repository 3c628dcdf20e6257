package za.lexohub.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.Consistency;
import za.lexohub.query.KnownPositions;
import za.lexohub.readmodels.row.TenantScope;
import za.lexohub.readmodels.search.SearchStoreConfiguration;

class SearchQueryConfigurationTest {

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withBean(AppliedWait.class, () -> new AppliedWait(new KnownPositions()))
          .withBean(TenantScope.class, SearchQueryConfigurationTest::noDatabase)
          .withUserConfiguration(SearchStoreConfiguration.class, SearchQueryConfiguration.class);

  @Test
  void the_application_starts_while_the_store_is_down_and_says_so_when_asked() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    application
        .withPropertyValues("lexohub.opensearch.url=http://127.0.0.1:" + free)
        .run(context -> isUnavailable(context.getBean(SearchQueries.class)));
  }

  @Test
  @Timeout(30)
  void a_store_that_takes_the_call_and_never_answers_is_waited_for_no_longer_than_is_set()
      throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      application
          .withPropertyValues(
              "lexohub.opensearch.url=http://127.0.0.1:" + silent.getLocalPort(),
              "lexohub.opensearch.response-timeout=200ms")
          .run(context -> isUnavailable(context.getBean(SearchQueries.class)));
    }
  }

  /** And so is PostgreSQL. */
  private static void isUnavailable(SearchQueries search) {
    SearchQuestion abc = SearchQuestion.of("abc", Set.of(), 10);
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> search.search("adv-1", abc, Consistency.NONE))
          .isInstanceOf(SearchUnavailable.class);
    }
    FacetQuestion invoices = FacetQuestion.of(DocumentType.INVOICE);
    assertThatThrownBy(() -> search.facets("adv-1", invoices, Consistency.NONE))
        .isInstanceOf(SearchUnavailable.class);
    assertThatThrownBy(() -> search.suggestions("adv-1", "abc", Set.of(), 10, Consistency.NONE))
        .isInstanceOf(SearchUnavailable.class);
  }

  private static TenantScope noDatabase() {
    DataSource away =
        new AbstractDataSource() {
          @Override
          public Connection getConnection() throws SQLException {
            throw new SQLException("refused", "08001");
          }

          @Override
          public Connection getConnection(@Nullable String user, @Nullable String password)
              throws SQLException {
            return getConnection();
          }
        };
    return new TenantScope(JdbcClient.create(away), new JdbcTransactionManager(away));
  }

  @Test
  void an_address_that_is_none_ends_the_start_with_what_it_should_be() {
    application
        .withPropertyValues("lexohub.opensearch.url=localhost")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("lexohub.opensearch.url must be like"));
  }
}
