package za.lexohub.audit.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the sealer relies on, shown on a real S3 store. */
class S3AuditObjectsIT {

  private static final byte[] ONE = "one".getBytes(StandardCharsets.UTF_8);
  private static final byte[] TWO = "two".getBytes(StandardCharsets.UTF_8);

  private final AuditObjects objects = RealObjects.fresh();

  @Test
  void whatIsWrittenOnceStays() {
    assertThat(objects.putOnce("checkpoints/000000000001", ONE)).isTrue();
    assertThat(objects.putOnce("checkpoints/000000000001", TWO)).isFalse();
    assertThat(objects.get("checkpoints/000000000001").orElseThrow().content()).isEqualTo(ONE);
  }

  @Test
  void theNewestReplacesOnlyTheOneThatWasRead() {
    assertThat(objects.get("checkpoint")).isEmpty();
    assertThat(objects.replace("checkpoint", null, ONE)).isTrue();
    assertThat(objects.replace("checkpoint", null, TWO)).isFalse();
    String version = objects.get("checkpoint").orElseThrow().version();
    assertThat(objects.replace("checkpoint", version, TWO)).isTrue();
    assertThat(objects.replace("checkpoint", version, ONE)).isFalse();
    assertThat(objects.get("checkpoint").orElseThrow().content()).isEqualTo(TWO);
    assertThat(objects.replace("other", version, ONE)).isFalse();
  }

  @Test
  void keysAreListedInOrderFromAPlaceOn() {
    for (long size : new long[] {20, 3, 100}) {
      objects.put(AuditObjects.checkpoint(size), ONE);
    }
    objects.put("tile/0/000.p/3", TWO);
    objects.put("tile/0/000.p/3", ONE);

    assertThat(objects.keysAfter(AuditObjects.CHECKPOINTS, AuditObjects.checkpoint(3)))
        .containsExactly("checkpoints/000000000020", "checkpoints/000000000100");
    assertThat(objects.keysAfter(AuditObjects.CHECKPOINTS, "")).hasSize(3);
  }

  @Test
  void aLogUnderAPrefixSharesNothingWithTheOneBefore() {
    AuditObjects[] logs = RealObjects.besides("restored-1/");
    logs[0].put("checkpoint", ONE);
    logs[0].put(AuditObjects.checkpoint(7), ONE);

    assertThat(logs[1].get("checkpoint")).isEmpty();
    assertThat(logs[1].putOnce("checkpoint", TWO)).isTrue();
    assertThat(logs[1].putOnce(AuditObjects.checkpoint(3), TWO)).isTrue();

    assertThat(logs[1].keysAfter(AuditObjects.CHECKPOINTS, ""))
        .containsExactly(AuditObjects.checkpoint(3));
    assertThat(logs[0].keysAfter(AuditObjects.CHECKPOINTS, ""))
        .containsExactly(AuditObjects.checkpoint(7));
    assertThat(logs[0].get("checkpoint").orElseThrow().content()).isEqualTo(ONE);
  }

  @Test
  void aStoreThatDoesNotAnswerIsAway() {
    AuditObjects away = RealObjects.nowhere();
    assertThatThrownBy(() -> away.get("checkpoint")).isInstanceOf(AuditObjects.Away.class);
    assertThatThrownBy(() -> away.put("checkpoint", ONE)).isInstanceOf(AuditObjects.Away.class);
  }
}
