package za.lexohub.edge;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import za.lexohub.audit.LogProofs;
import za.lexohub.messages.TenantId;

/** A log of 70 events in seven checkpoints, of which one event is thandi's and one not sealed. */
final class KnownProofs implements LogProofs {

  static final UUID SEALED = new UUID(7, 1);
  static final UUID FRESH = new UUID(7, 2);
  static final UUID STORE_AWAY = new UUID(7, 3);

  private static final long SIZE = 70;

  @Override
  public List<SignedCheckpoint> checkpoints(long below, int limit) {
    return LongStream.rangeClosed(1, 7)
        .map(n -> SIZE + 10 - n * 10)
        .filter(size -> size < below)
        .limit(limit)
        .mapToObj(size -> new SignedCheckpoint(size, "cm9vdA==", Instant.EPOCH, "note\n"))
        .toList();
  }

  @Override
  public Optional<SignedCheckpoint> latest() {
    return checkpoints(Long.MAX_VALUE, 1).stream().findFirst();
  }

  @Override
  public Optional<EventProof> proof(TenantId tenant, UUID eventId) {
    if (!tenant.value().equals(EdgeTest.THANDI)) {
      return Optional.empty();
    }
    if (eventId.equals(FRESH)) {
      throw new NotYetSealed(SIZE + 1, SIZE);
    }
    if (eventId.equals(STORE_AWAY)) {
      throw new Unavailable(new IOException("10.0.0.9 is away"));
    }
    return eventId.equals(SEALED)
        ? Optional.of(new EventProof(5, "c2sp.org/tlog-proof@v1\nindex 4\n\nnote\n"))
        : Optional.empty();
  }

  @Override
  public Consistency consistency(long from, long to) {
    if (to > SIZE) {
      throw new NotYetSealed(to, SIZE);
    }
    return new Consistency(from, to, "YQ==", "Yg==", List.of("Yw=="), "note\n");
  }

  @Override
  public List<Tile> tiles(long size, Iterable<Long> positions) {
    return List.of();
  }

  @Override
  public List<KeyInTime> keys() {
    return List.of(
        new KeyInTime(
            "lexohub.localhost/log+00000000+ARpa",
            "lexohub.localhost/log/pack+11111111+ARpa",
            1,
            20L,
            null),
        new KeyInTime(
            "lexohub.localhost/log+c74f20a3+ARpc",
            "lexohub.localhost/log/pack+00000000+ARpc",
            21,
            null,
            "lexohub-key-change v1\n"));
  }

  @Override
  public String keyList() {
    return "lexohub.localhost/log+00000000+ARpa 1-20\nlexohub.localhost/log+c74f20a3+ARpc 21-\n";
  }

  @Override
  public PackSigner packSigner(long size) {
    throw new UnsupportedOperationException("no packs are made here");
  }
}
