package za.lexohub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database computes what is published. */
class LeafVectorsIT {

  @Test
  void theDatabaseHashesTheVectorsAsPublished() {
    JdbcClient jdbc = LogDatabase.fresh("leaf_vectors").application();

    for (LeafRecord leaf : LeafVectors.all()) {
      byte[] hash =
          jdbc.sql("select event_leaf_hash(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
              .params(
                  leaf.position(),
                  leaf.eventId(),
                  leaf.aggregateType(),
                  leaf.aggregateId(),
                  leaf.sequence(),
                  leaf.type(),
                  leaf.revision(),
                  leaf.tenant(),
                  leaf.occurredAt().atOffset(ZoneOffset.UTC),
                  leaf.recordedAt().atOffset(ZoneOffset.UTC),
                  leaf.payload().getBytes(StandardCharsets.UTF_8),
                  leaf.metadata().getBytes(StandardCharsets.UTF_8))
              .query(byte[].class)
              .single();

      assertThat(HexFormat.of().formatHex(hash))
          .as("position " + leaf.position())
          .isEqualTo(LeafVectors.written(leaf).get("leafHash"));
    }
  }
}
