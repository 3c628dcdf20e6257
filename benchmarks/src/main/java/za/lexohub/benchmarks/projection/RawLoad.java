package za.lexohub.benchmarks.projection;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.readmodels.search.SearchIndex;
import za.lexohub.readmodels.search.SearchIndexes;

/** Documents that are put into empty indexes by nothing but bulk requests. */
public final class RawLoad {

  private static final int PAGE = 5_000;
  private static final int BULK = 1_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String url;
  private final SearchIndexes indexes;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> lines = new ArrayList<>();

  private RawLoad(String url, SearchIndexes indexes) {
    this.url = url;
    this.indexes = indexes;
  }

  static RawLoad of(String url, SearchIndexes indexes) throws Exception {
    RawLoad load = new RawLoad(url, indexes);
    for (SearchIndex index : SearchIndex.values()) {
      load.read(index.alias());
    }
    return load;
  }

  public int size() {
    return lines.size();
  }

  /** The seconds it takes. */
  public double run() throws Exception {
    for (SearchIndex index : SearchIndex.values()) {
      indexes.recreate(index);
    }
    long began = System.nanoTime();
    for (int from = 0; from < lines.size(); from += BULK) {
      String bulk = String.join("", lines.subList(from, Math.min(from + BULK, lines.size())));
      JsonNode answer = send("/_bulk?filter_path=errors", bulk);
      if (answer.path("errors").asBoolean()) {
        throw new IOException("the store has refused documents that it has held");
      }
    }
    return (System.nanoTime() - began) / 1e9;
  }

  private void read(String alias) throws Exception {
    send("/" + alias + "/_refresh", "");
    String after = "";
    while (true) {
      JsonNode hits =
          send(
                  "/" + alias + "/_search",
                  "{\"size\": %d, \"sort\": [\"id\"]%s}".formatted(PAGE, after))
              .at("/hits/hits");
      if (hits.isEmpty()) {
        return;
      }
      for (JsonNode hit : hits) {
        lines.add(
            JSON.writeValueAsString(
                    Map.of("index", Map.of("_index", alias, "_id", hit.path("_id").asString())))
                + "\n"
                + JSON.writeValueAsString(hit.path("_source"))
                + "\n");
        after = ", \"search_after\": " + hit.path("sort");
      }
    }
  }

  private JsonNode send(String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }
}
