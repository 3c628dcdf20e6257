package za.lexohub.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import za.lexohub.readmodels.search.SearchStoreConfiguration;

class SearchQueryConfigurationTest {

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withUserConfiguration(SearchStoreConfiguration.class, SearchQueryConfiguration.class);

  @Test
  void the_application_starts_while_the_store_is_down_and_says_so_when_asked() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    application
        .withPropertyValues("lexohub.opensearch.url=http://127.0.0.1:" + free)
        .run(
            context -> {
              assertThat(context).hasNotFailed().hasSingleBean(FacetQuery.class);
              SearchQuery search = context.getBean(SearchQuery.class);
              assertThatThrownBy(() -> search.search("adv-1", "abc", List.of(), 10, null, true))
                  .isInstanceOf(SearchUnavailable.class);
            });
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
          .run(
              context -> {
                SearchQuery search = context.getBean(SearchQuery.class);
                assertThatThrownBy(() -> search.search("adv-1", "abc", List.of(), 10, null, false))
                    .isInstanceOf(SearchUnavailable.class);
              });
    }
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
