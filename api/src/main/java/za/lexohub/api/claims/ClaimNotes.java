package za.lexohub.api.claims;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import za.lexohub.api.claims.ClaimFiles.Claim;
import za.lexohub.api.claims.ClaimFiles.ClaimFile;
import za.lexohub.api.party.Sealing;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.api.reading.Freshness;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PersonalData;

/** Seals what is typed about a credit note, a dispute or a receipt for the file it belongs to. */
final class ClaimNotes {

  /** A thing made a moment ago becomes known within this, without a Consistency-Token too. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final int LOOKS = 10;

  private final ClaimFiles files;
  private final Sealing sealing;

  ClaimNotes(ClaimFiles files, Sealing sealing) {
    this.files = files;
    this.sealing = sealing;
  }

  /**
   * @throws Refusal not found, when the tenant has no such thing
   */
  PersonalData note(
      HttpServletRequest request, Claim claim, TenantId tenant, UUID id, String note) {
    UUID file = find(request, claim, tenant, id).id();
    return file == null ? sealing.lasting(tenant, note) : sealing.note(tenant, file, note);
  }

  @Nullable PersonalData noteIfGiven(
      HttpServletRequest request, Claim claim, TenantId tenant, UUID id, @Nullable String note) {
    return note == null || note.isBlank() ? null : note(request, claim, tenant, id, note);
  }

  private ClaimFile find(HttpServletRequest request, Claim claim, TenantId tenant, UUID id) {
    Optional<ClaimFile> file = Optional.empty();
    for (int look = 0; look < LOOKS && file.isEmpty(); look++) {
      if (look > 0) {
        LockSupport.parkNanos(PATIENCE.dividedBy(LOOKS).toNanos());
      }
      file = files.fileOf(claim, tenant.value(), id, Freshness.of(request));
    }
    return file.orElseThrow(
        () -> Refusal.of(ProblemCode.NOT_FOUND, "There is nothing at this address."));
  }
}
