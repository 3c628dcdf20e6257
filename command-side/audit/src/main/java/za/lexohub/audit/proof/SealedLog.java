package za.lexohub.audit.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.audit.LogProofs;
import za.lexohub.audit.checkpoint.AuditObjects;
import za.lexohub.audit.checkpoint.Checkpoints;
import za.lexohub.audit.checkpoint.LogKey;
import za.lexohub.audit.checkpoint.LogKeys;
import za.lexohub.audit.tlog.Hash;
import za.lexohub.audit.tlog.MerkleTree;
import za.lexohub.audit.tlog.Nodes;
import za.lexohub.audit.tlog.TileId;
import za.lexohub.audit.tlog.TlogProof;
import za.lexohub.messages.TenantId;

/** The proofs, made from tiles and checkpoints; what the log's rows say now plays no part. */
final class SealedLog implements LogProofs {

  private final JdbcClient jdbc;
  private final Checkpoints checkpoints;
  private final Tiles tiles;
  private final LogKeys keys;

  SealedLog(JdbcClient jdbc, Checkpoints checkpoints, Tiles tiles, LogKeys keys) {
    this.jdbc = jdbc;
    this.checkpoints = checkpoints;
    this.tiles = tiles;
    this.keys = keys;
  }

  @Override
  public List<SignedCheckpoint> checkpoints(long below, int limit) {
    return checkpoints.below(below, limit).stream().map(SealedLog::signed).toList();
  }

  @Override
  public Optional<SignedCheckpoint> latest() {
    return checkpoints.newest().map(SealedLog::signed);
  }

  @Override
  public Optional<EventProof> proof(TenantId tenant, UUID eventId) {
    return jdbc.sql("select position from event_log where event_id = ? and tenant_id = ?")
        .params(eventId, tenant.value())
        .query(Long.class)
        .optional()
        .map(this::proof);
  }

  private EventProof proof(long position) {
    Checkpoints.Row newest = covering(position);
    long leaf = position - 1;
    List<Hash> path =
        reached(() -> MerkleTree.inclusion(leaf, newest.size(), tiles.nodes(newest.size())));
    return new EventProof(position, TlogProof.write(leaf, path, newest.note()));
  }

  @Override
  public Consistency consistency(long from, long to) {
    if (from < 1 || from > to) {
      throw new IllegalArgumentException("no consistency from " + from + " to " + to);
    }
    Checkpoints.Row newest = covering(to);
    Nodes nodes = tiles.nodes(newest.size());
    return reached(
        () ->
            new Consistency(
                from,
                to,
                MerkleTree.root(from, nodes).base64(),
                MerkleTree.root(to, nodes).base64(),
                MerkleTree.consistency(from, to, nodes).stream().map(Hash::base64).toList(),
                newest.note()));
  }

  @Override
  public List<Tile> tiles(long size, Iterable<Long> positions) {
    Checkpoints.Row newest = covering(size);
    List<Long> leaves = new ArrayList<>();
    positions.forEach(position -> leaves.add(position - 1));
    return reached(
        () ->
            TileId.proving(size, leaves).stream()
                .map(
                    id ->
                        new Tile(
                            id.path(),
                            tiles.cut(id, TileId.in(newest.size(), id.level(), id.index()))))
                .toList());
  }

  @Override
  public List<KeyInTime> keys() {
    return keys.refresh().stream()
        .map(
            period ->
                new KeyInTime(
                    period.verifierKey(),
                    period.packVerifierKey(),
                    period.after() + 1,
                    period.through() == Long.MAX_VALUE ? null : period.through(),
                    period.change()))
        .toList();
  }

  @Override
  public String keyList() {
    keys.refresh();
    return keys.list();
  }

  @Override
  public PackSigner packSigner(long size) {
    keys.refresh();
    LogKey key = reached(() -> keys.forPack(size));
    return new PackSigner() {
      @Override
      public String verifierKey() {
        return key.verifierKey();
      }

      @Override
      public String packVerifierKey() {
        return key.packVerifierKey();
      }

      @Override
      public int longest() {
        return key.longestPack();
      }

      @Override
      public String sign(String text) {
        return reached(() -> key.signPack(text));
      }
    };
  }

  private Checkpoints.Row covering(long position) {
    Optional<Checkpoints.Row> newest = checkpoints.newest();
    return newest
        .filter(row -> row.size() >= position)
        .orElseThrow(
            () -> new NotYetSealed(position, newest.map(Checkpoints.Row::size).orElse(0L)));
  }

  private static SignedCheckpoint signed(Checkpoints.Row row) {
    return new SignedCheckpoint(row.size(), row.root().base64(), row.sealedAt(), row.note());
  }

  private static <T> T reached(Supplier<T> asked) {
    try {
      return asked.get();
    } catch (AuditObjects.Away | LogKeys.NotHeld away) {
      throw new Unavailable(away);
    }
  }
}
