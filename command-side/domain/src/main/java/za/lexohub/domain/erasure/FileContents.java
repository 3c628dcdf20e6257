package za.lexohub.domain.erasure;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.erasure.RetentionClaim;

/**
 * What a file holds at the moment of the decision.
 *
 * @param inUse what it is still needed for; absent when nothing is
 * @param claims of each law, its latest
 * @param held a legal hold lies on one of its papers
 */
record FileContents(
    @Nullable String inUse,
    List<UUID> proFormaIds,
    List<UUID> invoiceIds,
    List<RetentionClaim> claims,
    boolean held) {

  /** The laws that keep it on that day. */
  List<RetentionClaim> claimsOn(LocalDate today) {
    return claims.stream().filter(claim -> !claim.keepUntil().isBefore(today)).toList();
  }
}
