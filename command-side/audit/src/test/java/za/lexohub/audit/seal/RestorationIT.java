package za.lexohub.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import za.lexohub.audit.checkpoint.AuditObjects;
import za.lexohub.audit.checkpoint.Checkpoints;
import za.lexohub.audit.checkpoint.LogKey;
import za.lexohub.audit.checkpoint.LogKeys;
import za.lexohub.audit.checkpoint.MemoryObjects;
import za.lexohub.audit.checkpoint.SigningKeyFiles;
import za.lexohub.audit.tlog.Hash;
import za.lexohub.messages.serialization.EventSerializer;
import za.lexohub.messages.serialization.EventTypes;

/** A log that was put back to before its last checkpoint, as an older backup leaves it. */
class RestorationIT extends SealingFixture {

  private final EventSerializer serializer = new EventSerializer(new EventTypes());
  private static final String AFTER = "lexohub.test/log/1";
  @TempDir Path elsewhere;
  private String firstKey;

  @BeforeEach
  void fill() {
    firstKey = key.periods().getFirst().verifierKey();
    database.append(TENANT, 300);
    sealer(store).look(state);
    database.append(TENANT, 50);
    Sealer sealer = sealer(store);
    forgetLease();
    sealer.look(state);
    isSealedTo(350);
  }

  @Test
  void itIsSaidHowManySealedEventsAreMissing() {
    restoreTo(320);

    Restoration.Found found = restoration().look(position -> {});

    assertThat(found.head()).isEqualTo(320);
    assertThat(found.sealed()).isEqualTo(350);
    assertThat(found.missing()).isEqualTo(30);
    assertThat(found.compared()).isEqualTo(300);
  }

  @Test
  void theLogGoesOnUnderAnotherNameAndSaysWhatItLacks() {
    restoreTo(320);
    Restoration restoration = restoration();
    Restoration.Found found = restoration.look(position -> {});

    long position =
        restoration.goOn(found, AFTER, "an operator", "the cluster was lost", serializer);

    assertThat(position).isEqualTo(321);
    Map<String, Object> row =
        jdbc.sql(
                "select event_type, tenant_id, convert_from(payload, 'UTF8') as payload,"
                    + " convert_from(metadata, 'UTF8') as metadata"
                    + " from event_log where position = 321")
            .query()
            .singleRow();
    assertThat(row)
        .containsEntry("event_type", "LogRestored")
        .containsEntry("tenant_id", "operations");
    assertThat((String) row.get("payload"))
        .contains(
            "\"position\":320,\"sealed\":350", "lexohub.test/log/1", "lexohub.test/log\\n350");
    assertThat((String) row.get("metadata")).contains("an operator", "the cluster was lost");
    MemoryObjects evidence = new MemoryObjects(store.objects);
    int before = evidence.objects.size();

    MemoryObjects fresh = new MemoryObjects();
    sealerAs(restarted(AFTER), fresh).look(state);

    assertThat(state.seen()).isEqualTo(new SealState.Seen(SealState.Kind.SEALING, "", 321, 321));
    assertThat(checkpoints.newest().map(Checkpoints.Row::size)).contains(321L);
    assertThat(fresh.objects).containsKey("checkpoint");
    assertThat(evidence.objects).hasSize(before);
  }

  /**
   * Checkpoints of both keys count, and the key that was in force stays it under the other name.
   */
  @Test
  void aLogWhoseKeyWasChangedGoesOnWithTheNewKey() {
    Sealer sealer = sealer(store);
    forgetLease();
    String next = wanted();
    sealer.look(state);
    database.append(TENANT, 9);
    sealer.look(state);
    isSealedTo(360);
    restoreTo(355);
    Restoration restoration = restoration();

    Restoration.Found found = restoration.look(position -> {});
    restoration.goOn(found, AFTER, "an operator", "the cluster was lost", serializer);

    assertThat(found.missing()).isEqualTo(5);
    LogKeys after = restarted(AFTER);
    assertThat(after.periods()).hasSize(1);
    assertThat(after.current().verifierKey()).isEqualTo(Restoration.verifierKey(found, AFTER));
    assertThat(after.current().verifierKey()).endsWith(next.substring(next.lastIndexOf('+')));
    forgetLease();
    sealerAs(after, new MemoryObjects()).look(state);
    assertThat(state.seen()).isEqualTo(new SealState.Seen(SealState.Kind.SEALING, "", 356, 356));
  }

  @Test
  void aCheckpointThatASleeperSignedWithTheRetiredKeyDoesNotStandInTheWay() {
    Sealer sealer = sealer(store);
    forgetLease();
    wanted();
    sealer.look(state);
    database.append(TENANT, 9);
    sealer.look(state);
    put(380, key.held(firstKey).orElseThrow());
    restoreTo(355);

    Restoration.Found found = restoration().look(position -> {});

    assertThat(found.sealed()).isEqualTo(360);
    assertThat(found.compared()).isEqualTo(351);
    put(390, new LogKey(key.origin(), new SigningKeyFiles(elsewhere).first()));
    assertThatThrownBy(() -> restoration().look(position -> {}))
        .isInstanceOf(Restoration.Refused.class)
        .hasMessage(AuditObjects.checkpoint(390) + ": checkpoint signed by an unknown key");
  }

  private void put(long size, LogKey signer) {
    store.objects.put(
        AuditObjects.checkpoint(size),
        signer.checkpoint(size, Hash.EMPTY).getBytes(StandardCharsets.UTF_8));
  }

  /** It would sign a second history under the name that has signed the first. */
  @Test
  void aNodeUnderTheOldNameDoesNotStartAnyMore() {
    restoreTo(320);
    Restoration restoration = restoration();
    restoration.goOn(
        restoration.look(position -> {}), AFTER, "an operator", "the cluster was lost", serializer);

    assertThatThrownBy(() -> restarted(key.origin()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("lexohub.test/log/1");
  }

  @Test
  void aWholeLogNeedsNothing() {
    Restoration restoration = restoration();
    Restoration.Found found = restoration.look(position -> {});

    assertThat(found.missing()).isZero();
    assertThatThrownBy(() -> restoration.goOn(found, AFTER, "an operator", "why not", serializer))
        .isInstanceOf(Restoration.Refused.class)
        .hasMessageContaining("nothing that was sealed is missing");
    isSealedTo(350);
  }

  @Test
  void whatWasWrittenAfterTheRestoreIsNoBeginningOfWhatWasSealed() {
    restoreTo(320);
    database.append(TENANT, 60);

    assertThatThrownBy(() -> restoration().look(position -> {}))
        .isInstanceOf(Restoration.Refused.class)
        .hasMessageContaining("checkpoint of size 350 is no prefix of this log");
  }

  @Test
  void anAlteredRowIsNoRestore() {
    restoreTo(320);
    database.tamper("update event_log set tenant_id = 'pieter' where position = 310");

    assertThatThrownBy(() -> restoration().look(position -> {}))
        .isInstanceOf(Restoration.Refused.class)
        .hasMessage("position 310: payload or field altered (leaf hash differs)");
  }

  @Test
  void theSameNameIsRefusedAndALogThatGrewMeanwhileToo() {
    restoreTo(320);
    Restoration restoration = restoration();
    Restoration.Found found = restoration.look(position -> {});

    assertThatThrownBy(
            () -> restoration.goOn(found, key.origin(), "an operator", "why not", serializer))
        .isInstanceOf(Restoration.Refused.class)
        .hasMessageContaining("two histories");
    database.append(TENANT, 1);
    assertThatThrownBy(() -> restoration.goOn(found, AFTER, "an operator", "why not", serializer))
        .isInstanceOf(Restoration.Refused.class)
        .hasMessageContaining("grown");
    assertThat(checkpoints.newest().map(Checkpoints.Row::size)).contains(300L);
    restarted(key.origin());
  }

  /** As a backup of that moment has it: rows, checkpoints, lease. */
  private void restoreTo(long position) {
    database.tamper("delete from event_log where position > " + position);
    database.owner().sql("delete from log_checkpoint where size > " + position).update();
    forgetLease();
  }

  private Restoration restoration() {
    return new Restoration(database.ownerDataSource(), store, firstKey);
  }

  /** A node that starts under this name. */
  private LogKeys restarted(String origin) {
    LogKeys restarted = new LogKeys(origin, new SigningKeyFiles(keys), jdbc);
    restarted.requireKnown();
    return restarted;
  }

  private Sealer sealerAs(LogKeys name, MemoryObjects objects) {
    key = name;
    return sealer(objects);
  }
}
