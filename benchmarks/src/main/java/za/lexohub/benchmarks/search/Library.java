package za.lexohub.benchmarks.search;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.transport.OpenSearchTransport;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.benchmarks.names.Practice;
import za.lexohub.readmodels.search.SearchIndex;
import za.lexohub.readmodels.search.SearchIndexes;
import za.lexohub.readmodels.search.SearchStoreConfiguration;
import za.lexohub.readmodels.search.SearchStoreSettings;

/** The indexes full of made-up documents; those of a run before are taken as they are. */
final class Library {

  private static final int BATCH = 2_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI url;
  private final HttpClient http;

  private static final int FULL = 429;
  private static final int TRIES = 60;

  Library(URI url, HttpClient http) {
    this.url = url;
    this.http = http;
  }

  /** Fills the indexes unless they hold exactly so many documents. */
  void fill(Practice practice, int documents, IntConsumer progress) throws Exception {
    try (OpenSearchTransport transport =
        SearchStoreConfiguration.transport(SearchStoreSettings.at(url))) {
      SearchIndexes indexes = new SearchIndexes(new OpenSearchClient(transport));
      for (SearchIndex index : SearchIndex.values()) {
        if (indexes.state(index) != SearchIndexes.State.CURRENT) {
          indexes.recreate(index);
        }
      }
      if (count() == documents) {
        return;
      }
      for (SearchIndex index : SearchIndex.values()) {
        indexes.recreate(index);
      }
    }
    for (int first = 0; first < documents; first += BATCH) {
      StringBuilder bulk = new StringBuilder();
      for (int number = first; number < Math.min(first + BATCH, documents); number++) {
        Practice.Filed filed = practice.document(number);
        Map<String, Object> where = Map.of("_index", filed.alias(), "_id", filed.id());
        bulk.append(JSON.writeValueAsString(Map.of("index", where))).append('\n');
        bulk.append(JSON.writeValueAsString(filed.source())).append('\n');
      }
      String answer = send("POST", "/_bulk?filter_path=errors,items.*.error", bulk.toString());
      if (answer.contains("\"errors\":true")) {
        throw new IOException(answer.substring(0, Math.min(answer.length(), 500)));
      }
      progress.accept(Math.min(first + BATCH, documents));
    }
    send("POST", "/_refresh", "");
    if (count() != documents) {
      throw new IOException("the store holds " + count() + " documents, not " + documents);
    }
  }

  private long count() throws Exception {
    String answer = send("GET", "/matters,proformas,invoices/_count", "");
    return JSON.readTree(answer).path("count").asLong();
  }

  private String send(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(url.resolve(path))
            .header("Content-Type", "application/x-ndjson")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    for (int i = 0; response.statusCode() == FULL && i < TRIES; i++) {
      // Its memory is; what it has it writes down meanwhile.
      TimeUnit.SECONDS.sleep(1);
      response = http.send(request, HttpResponse.BodyHandlers.ofString());
    }
    if (response.statusCode() >= 300) {
      throw new IOException(method + " " + path + ": " + response.statusCode());
    }
    return response.body();
  }
}
