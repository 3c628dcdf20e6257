package za.lexohub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.audit.log.LogRow;

/** The published examples are those that the documented arithmetic gives. */
class LeafVectorsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void thePublishedVectorsAreTheseOnes() throws IOException {
    String written =
        JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(LeafVectors.all().stream().map(LeafVectors::written).toList())
            + "\n";
    if (Boolean.getBoolean("lexohub.vectors.write")) {
      Files.createDirectories(LeafVectors.FILE.getParent());
      Files.writeString(LeafVectors.FILE, written);
    }

    assertThat(JSON.readTree(Files.readString(LeafVectors.FILE)))
        .as("other software relies on them: they are added to, never changed")
        .isEqualTo(JSON.readTree(written));
  }

  @Test
  void theSealerHashesThemAsPublished() {
    for (LeafRecord leaf : LeafVectors.all()) {
      LogRow row =
          new LogRow(
              leaf.position(),
              leaf.eventId(),
              leaf.aggregateType(),
              leaf.aggregateId(),
              leaf.sequence(),
              leaf.type(),
              leaf.revision(),
              leaf.tenant(),
              leaf.occurredAt(),
              leaf.recordedAt(),
              leaf.payload().getBytes(StandardCharsets.UTF_8),
              leaf.metadata().getBytes(StandardCharsets.UTF_8),
              new byte[0]);

      assertThat(row.leaf().hex()).isEqualTo(LeafVectors.written(leaf).get("leafHash"));
    }
  }

  @Test
  void noTwoOfThemHaveOneHash() {
    Set<Object> hashes = new HashSet<>();
    LeafVectors.all().forEach(leaf -> hashes.add(LeafVectors.written(leaf).get("leafHash")));
    assertThat(hashes).hasSize(LeafVectors.all().size());
  }
}
