package za.lexohub.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.sqs.SqsPart;

/** The parts, asked directly and in their own words. */
final class Wire {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
  private static final Pattern COUNT =
      Pattern.compile("ApproximateNumberOfMessages\\w*</Name>\\s*<Value>(\\d+)");

  /** Documents and everything about them, by alias, sorted by id. */
  static List<String> documents(String alias) {
    openSearch("POST", "/" + alias + "/_refresh", "");
    JsonNode found =
        openSearch(
            "POST",
            "/" + alias + "/_search",
            "{\"size\": 10000, \"sort\": [\"id\"], \"query\": {\"match_all\": {}}}");
    List<String> documents = new ArrayList<>();
    found.at("/hits/hits").forEach(hit -> documents.add(canonical(hit.path("_source"))));
    return documents;
  }

  static JsonNode openSearch(String method, String path, String body) {
    return JSON.readTree(send(method, TestParts.openSearch().url() + path, body));
  }

  /** A document is the same however its fields are ordered. */
  private static String canonical(JsonNode document) {
    return JSON.writeValueAsString(JSON.treeToValue(document, Object.class));
  }

  /** Every version of every object. */
  static String objects() {
    return send("GET", TestParts.s3().endpoint() + "/" + TestParts.s3().bucket() + "?versions", "");
  }

  /** Messages in the work queues: waiting, delayed, or being worked on. */
  static long queued() {
    long sum = 0;
    for (String queue : SqsPart.QUEUES) {
      String answer =
          send(
              "GET",
              TestParts.sqs().queueUrl(queue)
                  + "?Action=GetQueueAttributes&Version=2012-11-05&AttributeName.1=All",
              "");
      Matcher count = COUNT.matcher(answer);
      int kinds = 0;
      while (count.find()) {
        sum += Long.parseLong(count.group(1));
        kinds++;
      }
      if (kinds < 3) {
        throw new IllegalStateException(answer);
      }
    }
    return sum;
  }

  private static String send(String method, String url, String body) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url))
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(body))
              .build();
      return CLIENT.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Wire() {}
}
