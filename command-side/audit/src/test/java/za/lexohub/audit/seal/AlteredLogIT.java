package za.lexohub.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
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

  /** The alteration is older than what a node that takes over looks at by itself. */
  @Test
  void anAlarmOutlivesTheNodeThatRangIt() {
    database.append(TENANT, 700);
    sealer(store).look(state);
    database.tamper("update event_log set tenant_id = 'pieter' where position = 3");
    forgetLease();
    Sealer first = sealer(store);
    String finding = "position 3: payload or field altered (leaf hash differs)";
    assertThatThrownBy(() -> first.look(state)).hasMessage(finding);
    database.append(TENANT, 1);

    SealState standby = new SealState();
    Sealer second = resting(Duration.ofHours(1), 100);
    second.look(standby);
    assertThat(standby.seen().kind()).isEqualTo(SealState.Kind.ALARM);
    assertThat(standby.seen().detail()).isEqualTo(finding);

    forgetLease();
    assertThatThrownBy(() -> second.look(standby)).hasMessage(finding);
    isSealedTo(700);

    // Until the time to look again has come it only keeps the lease.
    standby.waiting("something else");
    second.look(standby);
    assertThat(standby.seen().detail()).isEqualTo(finding);

    forgetLease();
    database.tamper("update event_log set tenant_id = '" + TENANT + "' where position = 3");
    sealer(store, Duration.ZERO, 1, 100).look(state);
    assertThat(state.seen().kind()).isEqualTo(SealState.Kind.SEALING);
    isSealedTo(701);
    SealState later = new SealState();
    sealer(store).look(later);
    assertThat(later.seen().kind()).isEqualTo(SealState.Kind.STANDBY);
  }

  @ParameterizedTest
  @EnumSource(Breaking.class)
  void whatCannotEvenBeReadIsAnAlarmAndNoOutage(Breaking breaking) {
    database.append(TENANT, 300);
    sealer(store).look(state);
    database.append(TENANT, 1);
    breaking.damage(this);

    found(breaking.finding);
  }

  /** Ways to make a check fail rather than find something. */
  enum Breaking {
    SHORT_HASH("position 3: payload or field altered (leaf hash differs)"),
    ENDLESS_TIME("position 3: payload or field altered (leaf hash differs)"),
    NO_FIELD("position 3: payload or field altered (leaf hash differs)"),
    OWN_FUNCTION("position 3: payload or field altered (leaf hash differs)");

    final String finding;

    Breaking(String finding) {
      this.finding = finding;
    }

    void damage(AlteredLogIT test) {
      switch (this) {
        case SHORT_HASH ->
            test.database.tamper("update event_log set leaf_hash = '\\x00' where position = 3");
        case ENDLESS_TIME ->
            test.database.tamper(
                "update event_log set occurred_at = 'infinity' where position = 3");
        case NO_FIELD -> {
          test.database.tamper("alter table event_log alter column revision drop not null");
          test.database.tamper("update event_log set revision = null where position = 3");
        }
        case OWN_FUNCTION -> {
          test.database
              .owner()
              .sql(
                  "create or replace function event_leaf_hash(log_position bigint, event_id uuid,"
                      + " aggregate_type text, aggregate_id text, sequence bigint, event_type text,"
                      + " revision text, tenant_id text, occurred_at timestamptz,"
                      + " recorded_at timestamptz, payload bytea, metadata bytea) returns bytea"
                      + " language sql immutable strict as 'select leaf_hash from"
                      + " public.event_log where position = log_position'")
              .update();
          test.database.tamper("update event_log set payload = '{}' where position = 3");
        }
      }
    }
  }

  @Test
  void withoutTheDatabasesOwnFunctionTheLogIsStillChecked() {
    database.append(TENANT, 300);
    database.owner().sql("drop function event_leaf_hash").update();

    sealer(store).look(state);

    isSealedTo(300);
  }

  @Test
  void aLostTileIsMadeAnewAndADamagedOneIsAnAlarm() {
    database.append(TENANT, 700);
    sealer(store).look(state);
    for (String tile : List.of("tile/0/001", "tile/1/000.p/2")) {
      store.objects.remove(tile);
      forgetLease();
      Sealer sealer = sealer(store);
      sealer.look(state);
      // The first look has come as far as the last full tile.
      sealer.look(state);
      assertThat(store.objects).containsKey(tile);
    }
    isSealedTo(700);

    byte[] whole = store.objects.put("tile/0/001", new byte[5]);
    forgetLease();
    Sealer finding = sealer(store);
    finding.look(state);
    assertThatThrownBy(() -> finding.look(state))
        .hasMessage(
            "tile/0/001 in the store has 5 bytes: the tree over position 257 is not what was"
                + " sealed");
    byte[] tile = whole.clone();
    tile[9]++;
    store.objects.put("tile/0/001", tile);
    forgetLease();
    assertThatThrownBy(() -> sealer(store).look(state))
        .hasMessage("tile/0/001 in the store is not what was sealed");
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
