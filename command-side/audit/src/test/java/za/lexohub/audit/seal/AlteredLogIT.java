package za.lexohub.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import za.lexohub.audit.checkpoint.AuditObjects;
import za.lexohub.audit.checkpoint.LogKey;
import za.lexohub.audit.checkpoint.SigningKeyFile;
import za.lexohub.audit.tlog.Hash;

/** A log that somebody with every right on the database has changed: seen, named, never signed. */
class AlteredLogIT extends SealingFixture {

  private static final String REHASHED =
      "update event_log set leaf_hash = event_leaf_hash(position, event_id, aggregate_type,"
          + " aggregate_id, sequence, event_type, revision, tenant_id, occurred_at, recorded_at,"
          + " payload, metadata)";

  @Test
  void aRowThatIsAlteredBeforeItIsSealedIsNamedAndNothingIsSigned() {
    database.append(TENANT, 20);
    database.tamper("update event_log set payload = '{\"n\":7}' where position = 17");

    found("position 17: payload or field altered (leaf hash differs)");
    assertThat(checkpoints.newest()).isEmpty();
    assertThat(store.objects).isEmpty();
  }

  @Test
  void aRowThatIsAlteredAfterItWasSealedIsNamedAtTheNextStart() {
    database.append(TENANT, 700);
    sealer(store).look(state);
    database.append(TENANT, 1);
    database.tamper(
        "update event_log set occurred_at = occurred_at + interval '1 us' where position = 3");
    found("position 3: payload or field altered (leaf hash differs)");

    // With a new leaf hash the row fits itself, and no longer the tree.
    database.tamper(REHASHED + " where position = 3");
    found("position 3: payload or field altered since it was sealed (leaf hash differs)");

    database.tamper(
        "update event_log set occurred_at = occurred_at - interval '1 us' where position = 3");
    database.tamper(REHASHED + " where position = 3");
    forgetLease();
    sealer(store).look(state);
    isSealedTo(701);
  }

  @Test
  void whatWasAlteredLongAgoIsFoundInPassing() {
    database.append(TENANT, 700);
    sealer(store).look(state);
    database.tamper("update event_log set tenant_id = 'pieter' where position = 3");
    forgetLease();
    Sealer sealer = sealer(store, Duration.ZERO, 1, 100);

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> sealer.look(state))
                    .hasMessage("position 3: payload or field altered (leaf hash differs)"));
    database.append(TENANT, 1);
    assertThatThrownBy(() -> sealer.look(state)).isInstanceOf(Altered.class);
    isSealedTo(700);
  }

  @Test
  void anOlderBackupIsRefusedWhetherOrNotItHasGrown() {
    database.append(TENANT, 10);
    Sealer sealer = sealer(store);
    sealer.look(state);
    database.append(TENANT, 10);
    sealer.look(state);
    database.tamper("delete from event_log where position > 10");
    database.owner().sql("delete from log_checkpoint where size > 10").update();

    assertThatThrownBy(() -> sealer.look(state))
        .hasMessage("log ends at 10, checkpoint covers 20: 10 events missing");
    found("log ends at 10, checkpoint covers 20: 10 events missing");

    database.append(TENANT, 15);
    found("checkpoint of size 20 is no prefix of this log: history rewritten at or before 20");
    assertThat(checkpoints.newest().orElseThrow().size()).isEqualTo(10);
  }

  @ParameterizedTest
  @EnumSource(Covering.class)
  void aRewrittenHistoryIsRefusedHoweverItIsCoveredUp(Covering covering) {
    database.append(TENANT, 30);
    sealer(store).look(state);
    database.tamper("delete from event_log where position = 30");
    database.tamper("update event_log set tenant_id = 'pieter' where position = 5");
    database.tamper(REHASHED + " where position = 5");
    database.append(TENANT, 9);
    covering.cover(this);

    found(covering.finding);
  }

  /** What somebody with every right on the database and on part of the store may do about it. */
  enum Covering {
    NOTHING("position 5: payload or field altered since it was sealed (leaf hash differs)"),
    NO_CHECKPOINTS(
        "checkpoint of size 30 is no prefix of this log: history rewritten at or before 30"),
    NO_TILES("checkpoint of size 30 is no prefix of this log: history rewritten at or before 30"),
    OWN_KEY("checkpoints/000000000030 in the store: checkpoint signed by an unknown key");

    final String finding;

    Covering(String finding) {
      this.finding = finding;
    }

    void cover(AlteredLogIT test) {
      switch (this) {
        case NOTHING -> {}
        case NO_CHECKPOINTS -> test.database.owner().sql("delete from log_checkpoint").update();
        case NO_TILES -> test.store.objects.keySet().removeIf(name -> name.startsWith("tile/"));
        case OWN_KEY ->
            test.store.objects.put(
                AuditObjects.checkpoint(30),
                new LogKey(
                        "lexohub.test/log", SigningKeyFile.loadOrCreate(test.keys.resolve("own")))
                    .checkpoint(30, Hash.EMPTY)
                    .getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
