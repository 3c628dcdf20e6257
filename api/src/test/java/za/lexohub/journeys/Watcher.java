package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who reads a stream of changes as a browser does. */
final class Watcher implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** One event of the stream. */
  record Told(String id, String event, JsonNode data) {
    long position() {
      return data.path("position").asLong();
    }

    String type() {
      return data.path("type").asString("");
    }

    String aggregate() {
      return data.path("aggregateId").asString("");
    }
  }

  private final HttpResponse<InputStream> response;
  private final List<Told> told = new CopyOnWriteArrayList<>();
  private volatile String lastId = "";
  private volatile boolean over;

  Watcher(HttpResponse<InputStream> response) {
    this.response = response;
    if (response.statusCode() == 200) {
      Thread.ofVirtual().start(this::read);
    }
  }

  int status() {
    return response.statusCode();
  }

  /** The code of the refusal. */
  String code() {
    try (InputStream body = response.body()) {
      return JSON.readTree(body.readAllBytes()).path("code").asString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      String event = "";
      String data = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id: ")) {
          lastId = line.substring(4);
        } else if (line.startsWith("event: ")) {
          event = line.substring(7);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        } else if (line.isEmpty() && !data.isEmpty()) {
          told.add(new Told(lastId, event, JSON.readTree(data)));
          event = "";
          data = "";
        }
      }
    } catch (IOException closed) {
      // By us, or by the application: the test looks at what was told.
    }
    over = true;
  }

  /** The position after which changes are told. */
  long hello() {
    assertThat(status()).isEqualTo(200);
    Told hello = await().atMost(Story.PATIENCE).until(() -> first("hello"), any -> any != null);
    assertThat(hello.id()).isEqualTo(Long.toString(hello.position()));
    return hello.position();
  }

  List<Told> changes() {
    return told.stream().filter(one -> one.event().equals("change")).toList();
  }

  Told awaitChange(Predicate<Told> wanted) {
    return await()
        .atMost(Story.PATIENCE)
        .until(() -> changes().stream().filter(wanted).findFirst(), Optional::isPresent)
        .orElseThrow();
  }

  /** Why the application ended it. */
  String bye() {
    await().atMost(Story.PATIENCE).until(() -> over);
    Told bye = first("bye");
    assertThat(bye).as("the last words of a stream with %s", told).isNotNull();
    return bye.data().path("reason").asString();
  }

  String lastId() {
    return lastId;
  }

  private @Nullable Told first(String event) {
    return told.stream().filter(one -> one.event().equals(event)).findFirst().orElse(null);
  }

  @Override
  public void close() {
    try {
      response.body().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
