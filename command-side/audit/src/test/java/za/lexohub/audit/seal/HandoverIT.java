package za.lexohub.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import za.lexohub.audit.checkpoint.AuditObjects;
import za.lexohub.audit.checkpoint.KeyChange;
import za.lexohub.audit.checkpoint.LogKeys;
import za.lexohub.audit.checkpoint.MemoryObjects;
import za.lexohub.audit.checkpoint.SigningKey;
import za.lexohub.audit.checkpoint.SigningKeyFiles;
import za.lexohub.audit.checkpoint.SigningKeys;
import za.lexohub.audit.tlog.Checkpoint;
import za.lexohub.audit.tlog.Hash;
import za.lexohub.audit.tlog.NaiveTree;
import za.lexohub.audit.tlog.Note;
import za.lexohub.messages.operation.OperationEvents.SigningKeyChanged;
import za.lexohub.verifier.Verify;

/** One signing key takes the place of another. */
class HandoverIT extends SealingFixture {

  private static final String FIRST = AuditObjects.keyChange(1);

  @TempDir Path elsewhere;

  @Test
  void theOldKeySealsThatItIsReplacedAndTheNewOneSignsWhatComesAfter() throws IOException {
    Sealer sealer = sealer(store);
    database.append(TENANT, 5);
    sealer.look(state);
    String old = key.current().verifierKey();
    assertThat(store.objects.get(AuditObjects.KEYS)).asString().contains(old + " 1-\n");

    String next = wanted();
    sealer.look(state);
    assertThat(key.periods()).hasSize(2);
    assertThat(key.current().verifierKey()).isEqualTo(next);
    database.append(TENANT, 3);
    sealer.look(state);

    isSealedTo(9);
    assertThat(text(FIRST)).contains("after 6\nold " + old + "\nnew " + next + "\n");
    assertThat(text(AuditObjects.KEYS)).contains(old + " 1-6\n", next + " 7-\n");
    assertThat(key.periods().getFirst().through()).isEqualTo(6);
    verifies("--keys", elsewhere.resolve("bucket/keys.txt").toString());
    verifies("--key", old);
    verifies("--key", next);
  }

  /** Each write of a look that hands over is once the last that a node begins, and once does. */
  @Test
  void dyingBetweenAnyTwoWritesLeavesWhatTheNextOneCompletes() throws IOException {
    database.append(TENANT, 300);
    sealer(store).look(state);
    int sealed = 300;
    int changes = 0;
    for (boolean done : new boolean[] {false, true}) {
      for (int last = 0; last < 6; last++) {
        forgetLease();
        wanted();
        sealed++;
        changes++;
        Sealer dying = sealer(new DyingAt(last, done));
        assertThatThrownBy(() -> dying.look(state)).isInstanceOf(Death.class);
        forgetLease();
        database.append(TENANT, 2);
        sealed += 2;

        sealer(store).look(state);

        assertThat(key.refresh()).as("write " + last).hasSize(changes + 1);
        isSealedTo(sealed);
      }
    }
    assertThat(store.keysAfter(AuditObjects.KEY_CHANGES, "")).hasSize(changes);
    verifies("--keys", elsewhere.resolve("bucket/keys.txt").toString());
  }

  @Test
  void anotherNodeSignsWithTheNewKeyWithoutARestart() {
    LogKeys others = new LogKeys("lexohub.test/log", new SigningKeyFiles(keys), jdbc);
    Sealer first = sealer(store);
    Sealer second = sealer(others);
    database.append(TENANT, 5);
    first.look(state);
    second.look(state);
    String next = wanted();
    first.look(state);
    first.stop();

    database.append(TENANT, 5);
    second.look(state);

    isSealedTo(11);
    assertThat(others.current().verifierKey()).isEqualTo(next);
  }

  @Test
  void aKeyThatThisNodeDoesNotHoldIsWaitedForAndSealingGoesOn() throws IOException {
    SigningKeyFiles others = new SigningKeyFiles(elsewhere);
    others.first();
    String next =
        new LogKeys("lexohub.test/log", others, jdbc)
            .held(noteKey(others))
            .orElseThrow()
            .verifierKey();
    Sealer sealer = sealer(store);
    want(next);
    sealer.look(state);
    database.append(TENANT, 5);
    sealer.look(state);
    isSealedTo(6);
    assertThat(key.changeCount()).isZero();

    Files.copy(elsewhere.resolve("audit-signing.key"), keys.resolve("audit-signing-by-hand.key"));
    sealer.look(state);

    assertThat(key.current().verifierKey()).isEqualTo(next);
  }

  @Test
  void aWishForALostKeyGivesWayToANewOne() throws IOException {
    Sealer sealer = sealer(store);
    SigningKeyEndpoint endpoint = endpoint();
    assertThat(rotated(endpoint).getStatus()).isEqualTo(200);
    assertThat(rotated(endpoint).getStatus()).isEqualTo(409);
    Files.delete(keys.resolve("audit-signing-1.key"));

    assertThat(rotated(endpoint).getStatus()).isEqualTo(200);
    sealer.look(state);

    isSealedTo(2);
    assertThat(key.current().verifierKey()).isEqualTo(wishes().newest().orElseThrow().newKey());
    assertThat(key.periods()).hasSize(2);
  }

  @Test
  void aWantedKeyThatDoesNotAnswerIsWaitedForAndSealingGoesOn() {
    SigningKeyFiles files = new SigningKeyFiles(keys);
    AtomicBoolean away = new AtomicBoolean(true);
    byte[] first = files.first().publicKey();
    SigningKeys reluctant =
        new SigningKeys() {
          @Override
          public SigningKey first() {
            return files.first();
          }

          @Override
          public Optional<SigningKey> holding(byte[] publicKey) {
            if (away.get() && !Arrays.equals(publicKey, first)) {
              throw new AuditObjects.Away("the key is disabled");
            }
            return files.holding(publicKey);
          }

          @Override
          public SigningKey next(Collection<byte[]> used) {
            return files.next(used);
          }
        };
    Sealer sealer = sealer(new LogKeys("lexohub.test/log", reluctant, jdbc));
    String next = wanted();

    sealer.look(state);
    assertThat(state.seen().kind()).isEqualTo(SealState.Kind.SEALING);
    assertThat(key.refresh()).hasSize(1);
    away.set(false);
    sealer.look(state);

    key.refresh();
    assertThat(key.current().verifierKey()).isEqualTo(next);
  }

  private KeyWishes wishes() {
    return new KeyWishes(jdbc);
  }

  private SigningKeyEndpoint endpoint() {
    EventStore events =
        EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
    events.subscribe(
        appended ->
            appended.forEach(event -> want(((SigningKeyChanged) event.getPayload()).newKey())));
    return new SigningKeyEndpoint(key, wishes(), new KeyRecords(() -> events));
  }

  private static WebEndpointResponse<Object> rotated(SigningKeyEndpoint endpoint) {
    return endpoint.act(SecurityContext.NONE, "rotate", "once a year");
  }

  @Test
  void aNodeWithoutTheKeyInForceStartsAndDoesNotStandInTheWay() throws IOException {
    Sealer sealer = sealer(store);
    wanted();
    sealer.look(state);
    sealer.stop();
    Files.copy(keys.resolve("audit-signing.key"), elsewhere.resolve("audit-signing.key"));
    LogKeys behind = new LogKeys("lexohub.test/log", new SigningKeyFiles(elsewhere), jdbc);
    behind.requireKnown();

    database.append(TENANT, 3);
    Sealer stuck = sealer(behind);
    assertThatThrownBy(() -> stuck.look(state)).isInstanceOf(AuditObjects.Away.class);
    sealer.look(state);

    isSealedTo(4);
  }

  @Test
  void theOldKeyMayBeDestroyedOnceItHasHandedOver() throws IOException {
    Sealer sealer = sealer(store);
    wanted();
    sealer.look(state);
    sealer.stop();
    Files.delete(keys.resolve("audit-signing.key"));

    LogKeys without = new LogKeys("lexohub.test/log", new SigningKeyFiles(keys), jdbc);
    without.requireKnown();
    database.append(TENANT, 3);
    sealer(without).look(state);

    isSealedTo(4);
    assertThat(Files.exists(keys.resolve("audit-signing.key"))).isFalse();
    assertThat(without.forPack(1).verifierKey()).isEqualTo(without.current().verifierKey());
  }

  @Test
  void aNodeThatDestroyedTheOldKeyStartsOnADatabaseThatLostTheChange() throws IOException {
    Sealer sealer = sealer(store);
    String next = wanted();
    sealer.look(state);
    sealer.stop();
    Files.delete(keys.resolve("audit-signing.key"));
    database.owner().sql("delete from log_key_change").update();
    LogKeys restored = new LogKeys("lexohub.test/log", new SigningKeyFiles(keys), jdbc);

    restored.requireKnown();
    database.append(TENANT, 2);
    sealer(restored).look(state);

    assertThat(restored.current().verifierKey()).isEqualTo(next);
    key.refresh();
    isSealedTo(3);
  }

  @Test
  void aChangeThatTheDatabaseLostIsTakenOverFromTheStore() {
    Sealer sealer = sealer(store);
    wanted();
    sealer.look(state);
    database.owner().sql("delete from log_key_change").update();
    database.append(TENANT, 2);
    forgetLease();

    sealer(store).look(state);

    assertThat(key.refresh()).hasSize(2);
    isSealedTo(3);
  }

  /** Whoever stole the key in force and may write into the store has all that it takes. */
  @Test
  void aChangeThatTheLogDidNotAskForIsAnAlarmHoweverWellItIsSigned() throws IOException {
    LogKeys thiefs = new LogKeys("lexohub.test/log", new SigningKeyFiles(elsewhere), jdbc);
    database.append(TENANT, 5);
    sealer(store).look(state);
    Files.copy(keys.resolve("audit-signing.key"), elsewhere.resolve("audit-signing.key"));
    KeyChange forged = thiefs.change(5, thiefs.next());
    store.objects.put(FIRST, forged.note().getBytes(StandardCharsets.UTF_8));

    found(
        FIRST
            + " in the store names a key that no event up to position 5 of this log asks for:"
            + " forged, or the log was restored to before that event");
    assertThat(key.refresh()).hasSize(1);

    want(forged.newKey());
    found(
        FIRST
            + " in the store names a key that no event up to position 5 of this log asks for:"
            + " forged, or the log was restored to before that event");
  }

  @Test
  void aChangeThatTheStoreLostIsWrittenAgainAndAnotherOneIsAnAlarm() {
    Sealer sealer = sealer(store);
    wanted();
    sealer.look(state);
    byte[] change = store.objects.remove(FIRST);
    forgetLease();
    sealer(store).look(state);
    assertThat(store.objects.get(FIRST)).isEqualTo(change);

    store.objects.put(
        FIRST, text(FIRST).replace("after 1", "after 2").getBytes(StandardCharsets.UTF_8));
    found(FIRST + " in the store is not the change of keys that was signed");
  }

  @Test
  void aChangeThatTheKeysHaveNotSignedIsAnAlarm() {
    Sealer sealer = sealer(store);
    wanted();
    sealer.look(state);
    database
        .owner()
        .sql("update log_key_change set note = replace(note, 'after 1', 'after 9')")
        .update();

    found("a change of keys that " + key.periods().getFirst().verifierKey() + " has not signed");
  }

  @Test
  void aCheckpointThatASleeperSignedWithTheRetiredKeyIsReplacedIfItsTreeIsRight() {
    Sealer sealer = sealer(store);
    String old = key.current().verifierKey();
    wanted();
    sealer.look(state);
    database.append(TENANT, 2);
    String stray = key.held(old).orElseThrow().checkpoint(3, root(3));
    store.objects.put(AuditObjects.checkpoint(3), stray.getBytes(StandardCharsets.UTF_8));

    sealer.look(state);
    isSealedTo(3);
    assertThat(text(AuditObjects.checkpoint(3))).isNotEqualTo(stray);

    database.append(TENANT, 1);
    String false4 = key.held(old).orElseThrow().checkpoint(4, Hash.EMPTY);
    store.objects.put(AuditObjects.checkpoint(4), false4.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> sealer.look(state)).isInstanceOf(Altered.class);
  }

  @Test
  void theNewestCheckpointOfARetiredKeyIsAnAlarm() {
    Sealer sealer = sealer(store);
    String old = key.current().verifierKey();
    wanted();
    sealer.look(state);
    database.append(TENANT, 1);
    sealer.look(state);
    byte[] late =
        key.held(old).orElseThrow().checkpoint(2, root(2)).getBytes(StandardCharsets.UTF_8);
    store.objects.put(AuditObjects.checkpoint(2), late);

    found(
        AuditObjects.checkpoint(2)
            + " in the store: checkpoint signed by a key of this log, but not in its time");
  }

  private Hash root(int size) {
    return Hash.of(NaiveTree.root(database.leaves().subList(0, size)));
  }

  private static String noteKey(SigningKeyFiles files) {
    return Note.verifierKey("lexohub.test/log", files.first().publicKey());
  }

  /** A stranger's verifier agrees, with the store alone. */
  private void verifies(String option, String keysOrKey) throws IOException {
    Path bucket = elsewhere.resolve("bucket");
    List<String> words = new ArrayList<>(List.of("tiles", option, keysOrKey));
    for (var object : store.objects.entrySet()) {
      Path file = bucket.resolve(object.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, object.getValue());
      if (object.getKey().startsWith(AuditObjects.NEWEST)) {
        words.add("--checkpoint");
        words.add(file.toString());
      }
    }
    words.add(bucket.toString());
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(report, true, StandardCharsets.UTF_8);
    int exit = Verify.run(words.toArray(String[]::new), out, out);
    assertThat(exit).as(report.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(Checkpoint.parse(text(AuditObjects.NEWEST)).size())
        .isEqualTo(database.leaves().size());
  }

  private static final class Death extends RuntimeException {}

  /** Dies at one of its writes, before or after it is done. */
  private final class DyingAt extends MemoryObjects {
    private final int last;
    private final boolean done;

    DyingAt(int last, boolean done) {
      super(store.objects);
      this.last = last;
      this.done = done;
    }

    @Override
    protected void before(int write, String name) {
      if (write == last && !done) {
        throw new Death();
      }
    }

    @Override
    protected void after(int write, String name) {
      if (write == last && done) {
        throw new Death();
      }
    }
  }
}
