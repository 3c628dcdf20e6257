package za.lexohub.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import za.lexohub.audit.LogDatabase;
import za.lexohub.audit.LogProofs;
import za.lexohub.audit.LogProofs.NotYetSealed;
import za.lexohub.audit.checkpoint.Checkpoints;
import za.lexohub.audit.checkpoint.LogKeys;
import za.lexohub.audit.checkpoint.MemoryObjects;
import za.lexohub.audit.checkpoint.SigningKeyFiles;
import za.lexohub.audit.seal.Sealing;
import za.lexohub.audit.tlog.Checkpoint;
import za.lexohub.audit.tlog.Hash;
import za.lexohub.audit.tlog.MerkleTree;
import za.lexohub.audit.tlog.NaiveTree;
import za.lexohub.audit.tlog.TileId;
import za.lexohub.audit.tlog.TiledNodes;
import za.lexohub.messages.TenantId;

/** Proofs out of a log that grew in steps, checked by an independent reading of the RFCs. */
class SealedLogIT {

  private static final TenantId THANDI = new TenantId("thandi");
  private static final TenantId PIETER = new TenantId("pieter");

  @TempDir Path keys;
  private LogDatabase database;
  private LogKeys key;
  private LogProofs proofs;
  private final MemoryObjects store = new MemoryObjects();

  @BeforeEach
  void sealed() {
    database = LogDatabase.fresh("proofs");
    key = keys("lexohub.test/log", keys);
    key.requireKnown();
    proofs =
        new SealedLog(
            database.application(), new Checkpoints(database.application()), new Tiles(store), key);
    for (int events : List.of(1, 255, 44, 300, 7)) {
      database.append("thandi", events);
      Sealing.once(database.application(), store, key);
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void everyEventIsProvedInTheNewestCheckpoint() {
    List<Hash> leaves = database.leaves();
    for (long position : List.of(1L, 2L, 256L, 257L, 512L, 600L, 607L)) {
      var proof = proofs.proof(THANDI, event(position)).orElseThrow();

      assertThat(proof.position()).isEqualTo(position);
      String[] halves = proof.tlogProof().split("\n\n", 2);
      List<String> lines = halves[0].lines().toList();
      assertThat(lines.get(0)).isEqualTo("c2sp.org/tlog-proof@v1");
      assertThat(lines.get(1)).isEqualTo("index " + (position - 1));
      assertThat(key.hasSigned(halves[1])).isTrue();
      Checkpoint checkpoint = Checkpoint.parse(halves[1]);
      assertThat(checkpoint.size()).isEqualTo(607);
      assertThat(
              NaiveTree.rootOfInclusion(
                  position - 1,
                  607,
                  leaves.get((int) position - 1),
                  hashes(lines.subList(2, lines.size()))))
          .isEqualTo(checkpoint.root().bytes());
    }
  }

  @Test
  void anEventOfAnotherTenantOrOfNobodyHasNoProof() {
    assertThat(proofs.proof(PIETER, event(5))).isEmpty();
    assertThat(proofs.proof(THANDI, UUID.randomUUID())).isEmpty();
  }

  @Test
  void whatIsNotSealedYetSaysSo() {
    database.append("thandi", 1);

    assertThatThrownBy(() -> proofs.proof(THANDI, event(608))).isInstanceOf(NotYetSealed.class);
    assertThatThrownBy(() -> proofs.consistency(1, 608)).isInstanceOf(NotYetSealed.class);
    assertThatThrownBy(() -> proofs.tiles(608, List.of(1L))).isInstanceOf(NotYetSealed.class);
  }

  @Test
  void everyCheckpointIsConsistentWithEveryLaterOne() {
    List<LogProofs.SignedCheckpoint> all = proofs.checkpoints(Long.MAX_VALUE, 10);
    assertThat(all)
        .extracting(LogProofs.SignedCheckpoint::size)
        .containsExactly(607L, 600L, 300L, 256L, 1L);
    assertThat(proofs.checkpoints(600, 2))
        .extracting(LogProofs.SignedCheckpoint::size)
        .containsExactly(300L, 256L);
    assertThat(proofs.latest()).contains(all.getFirst());
    for (var from : all) {
      for (var to : all) {
        if (from.size() <= to.size()) {
          var proof = proofs.consistency(from.size(), to.size());
          assertThat(proof.fromRoot()).isEqualTo(from.rootHash());
          assertThat(proof.toRoot()).isEqualTo(to.rootHash());
          assertThat(
                  NaiveTree.isConsistent(
                      from.size(),
                      to.size(),
                      Base64.getDecoder().decode(from.rootHash()),
                      Base64.getDecoder().decode(to.rootHash()),
                      hashes(proof.hashes())))
              .isTrue();
        }
      }
    }
  }

  @Test
  void aRangeThatIsNoneIsRefused() {
    for (long[] range : new long[][] {{0, 5}, {6, 5}, {-1, 1}}) {
      assertThatThrownBy(() -> proofs.consistency(range[0], range[1]))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> proofs.tiles(300, List.of(301L)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> proofs.tiles(300, List.of(0L)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Also in a tree smaller than the newest one, as a pack of an older checkpoint has it. */
  @Test
  void tilesProveTheirPositionsWithoutAnythingElse() {
    List<Hash> leaves = database.leaves();
    for (int size : List.of(1, 256, 300, 607)) {
      List<Long> positions = new ArrayList<>(List.of(1L, (long) size));
      Map<String, byte[]> given = new HashMap<>();
      proofs.tiles(size, positions).forEach(tile -> given.put(tile.path(), tile.content()));
      var nodes = new TiledNodes(size, (TileId id) -> given.get(id.path()));

      byte[] root = NaiveTree.root(leaves.subList(0, size));
      assertThat(MerkleTree.root(size, nodes).bytes()).isEqualTo(root);
      for (long position : positions) {
        assertThat(nodes.node(0, position - 1)).isEqualTo(leaves.get((int) position - 1));
        assertThat(MerkleTree.inclusion(position - 1, size, nodes)).isNotNull();
      }
    }
  }

  @Test
  void aStoreThatIsAwayIsNotAnAnswer() {
    store.away = true;
    assertThatThrownBy(() -> proofs.proof(THANDI, event(1)))
        .isInstanceOf(LogProofs.Unavailable.class);
    assertThatThrownBy(() -> proofs.consistency(1, 300)).isInstanceOf(LogProofs.Unavailable.class);
    assertThat(proofs.latest()).isPresent();
  }

  @Test
  void aTileThatIsLostOrDamagedIsNoAnswerEither() {
    byte[] tile = store.objects.remove("tile/0/000");
    assertThatThrownBy(() -> proofs.proof(THANDI, event(1)))
        .isInstanceOf(LogProofs.Unavailable.class);
    store.objects.put("tile/0/000", new byte[7]);
    assertThatThrownBy(() -> proofs.proof(THANDI, event(1)))
        .isInstanceOf(LogProofs.Unavailable.class);
    store.objects.put("tile/0/000", tile);
    assertThat(proofs.proof(THANDI, event(1))).isPresent();
  }

  @Test
  void aNodeWithAnotherKeySignsNothingAndOneOfAnotherNameIsRefused() {
    key.requireKnown();
    String known = key.current().verifierKey();

    LogKeys others = keys("lexohub.test/log", keys.resolve("other"));
    others.requireKnown();
    assertThatThrownBy(others::current)
        .isInstanceOf(LogKeys.NotHeld.class)
        .hasMessageContaining(known);
    assertThatThrownBy(() -> keys("another.name", keys).requireKnown())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(known);
  }

  private LogKeys keys(String origin, Path folder) {
    return new LogKeys(origin, new SigningKeyFiles(folder), database.application());
  }

  private UUID event(long position) {
    return database
        .application()
        .sql("select event_id from event_log where position = ?")
        .param(position)
        .query(UUID.class)
        .single();
  }

  private static List<Hash> hashes(List<String> base64) {
    return base64.stream().map(h -> Hash.of(Base64.getDecoder().decode(h))).toList();
  }
}
