package za.lexohub.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import za.lexohub.messages.TenantId;

/** Proofs of a log that is sealed as far as a test says, with seals that hold nothing. */
public final class SealedUpTo implements LogProofs {

  public volatile long size;

  @Override
  public List<SignedCheckpoint> checkpoints(long below, int limit) {
    return below > 1 ? List.of(checkpoint(1)) : List.of();
  }

  @Override
  public Optional<SignedCheckpoint> latest() {
    return size == 0 ? Optional.empty() : Optional.of(checkpoint(size));
  }

  private static SignedCheckpoint checkpoint(long size) {
    return new SignedCheckpoint(size, "cm9vdA==", Instant.EPOCH, "note of " + size + "\n");
  }

  @Override
  public Optional<EventProof> proof(TenantId tenant, UUID eventId) {
    return Optional.empty();
  }

  @Override
  public Consistency consistency(long from, long to) {
    throw new NotYetSealed(to, size);
  }

  @Override
  public List<Tile> tiles(long size, Iterable<Long> positions) {
    String joined =
        String.join(
            ",",
            StreamSupport.stream(positions.spliterator(), false).map(String::valueOf).toList());
    return List.of(
        new Tile("tile/0/000", joined.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  @Override
  public List<KeyInTime> keys() {
    return List.of(new KeyInTime("log+key", "pack+key", 1, null, null));
  }

  @Override
  public String keyList() {
    return "log+key 1-\npack+key 1-\n";
  }

  /** As many bytes as are signed. */
  public int longest = Integer.MAX_VALUE;

  @Override
  public PackSigner packSigner(long size) {
    return new PackSigner() {
      @Override
      public String verifierKey() {
        return "log+key";
      }

      @Override
      public String packVerifierKey() {
        return "pack+key";
      }

      @Override
      public int longest() {
        return longest;
      }

      @Override
      public String sign(String text) {
        return text + "\n— signed\n";
      }
    };
  }
}
