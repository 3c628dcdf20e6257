package za.lexohub.embedded.opensearch;

import java.util.Map;
import za.lexohub.embedded.part.Http;
import za.lexohub.embedded.part.Part;

/** A single OpenSearch node, which makes no index by itself. */
public interface OpenSearchPart extends Part {

  /** Where clients connect, as {@code http://host:port}. */
  String url();

  /** Yellow is what a single node with replicas configured reaches. */
  @Override
  default boolean isReady() {
    return Http.status("GET", url() + "/_cluster/health?wait_for_status=yellow&timeout=2s") == 200;
  }

  @Override
  default String address() {
    return url();
  }

  @Override
  default Map<String, String> properties() {
    return Map.of("lexohub.opensearch.url", url());
  }
}
