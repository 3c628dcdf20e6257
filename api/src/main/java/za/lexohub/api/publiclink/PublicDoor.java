package za.lexohub.api.publiclink;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import za.lexohub.api.problem.Causes;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.document.Documents;
import za.lexohub.messages.proforma.LinkPurpose;
import za.lexohub.messages.proforma.PublicTokens;
import za.lexohub.query.Consistency;
import za.lexohub.readmodels.publiclink.PublicLink;

/**
 * Lets in whoever has a token. Tokens are looked up by their hash, so no time tells how much of one
 * was right; every refusal reads alike and takes the same while, in which a link that was issued a
 * moment ago becomes known.
 */
public final class PublicDoor {
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final Duration REFUSAL = Duration.ofMillis(400);

  /** Not more, because whoever guesses makes the database work. */
  private static final int LOOKS_AGAIN = 3;

  private final Links links;
  private final Clock clock;

  PublicDoor(Links links, Clock clock) {
    this.links = links;
    this.clock = clock;
  }

  /** What is done behind the door; it may refuse by {@link Rule#LINK_INVALID} as well. */
  @FunctionalInterface
  public interface Visit<T> {
    T with(PublicLink link, String tokenHash);
  }

  public <T> T open(String token, LinkPurpose purpose, Consistency consistency, Visit<T> visit) {
    return visit(
        token,
        consistency,
        (link, hash) -> {
          if (!link.purpose().equals(purpose.name())) {
            throw invalid();
          }
          return visit.with(link, hash);
        });
  }

  /** Only while the link is live, and only for one of these purposes. */
  public <T> T look(
      String token, Set<LinkPurpose> purposes, Consistency consistency, Visit<T> visit) {
    return visit(
        token,
        consistency,
        (link, hash) -> {
          boolean forThis = purposes.stream().anyMatch(it -> it.name().equals(link.purpose()));
          if (!forThis
              || !link.state().equals("LIVE")
              || !clock.instant().isBefore(link.expiresAt())) {
            throw invalid();
          }
          return visit.with(link, hash);
        });
  }

  private <T> T visit(String token, Consistency consistency, Visit<T> visit) {
    long until = System.nanoTime() + REFUSAL.toNanos();
    try {
      String hash = PublicTokens.hash(token);
      return visit.with(
          find(token, hash, consistency, until).orElseThrow(PublicDoor::invalid), hash);
    } catch (RuntimeException refused) {
      if (!isLinkInvalid(refused)) {
        throw refused;
      }
      pause(until);
      throw invalid();
    }
  }

  private Optional<PublicLink> find(
      String token, String hash, Consistency consistency, long until) {
    if (!TOKEN.matcher(token).matches()) {
      return Optional.empty();
    }
    Optional<PublicLink> found = links.find(hash, consistency);
    for (int again = 0; again < LOOKS_AGAIN && found.isEmpty(); again++) {
      LockSupport.parkNanos(Math.max(0, until - System.nanoTime()) / (LOOKS_AGAIN - again));
      found = links.find(hash, consistency);
    }
    return found;
  }

  private static void pause(long until) {
    long left = until - System.nanoTime();
    while (left > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(left);
      left = until - System.nanoTime();
    }
  }

  /** A file that was erased has no link any more; who holds one need not learn why. */
  private static boolean isLinkInvalid(RuntimeException refused) {
    return switch (Causes.meaningful(refused)) {
      case RuleViolated violated ->
          violated.rule() == Rule.LINK_INVALID || violated.rule() == Rule.PERSONAL_DATA_ERASED;
      case Documents.DocumentErased paper -> true;
      case Refusal refusal -> refusal.code() == ProblemCode.LINK_INVALID;
      default -> false;
    };
  }

  private static Refusal invalid() {
    return Refusal.of(ProblemCode.LINK_INVALID, "This link is unknown, used or expired.");
  }
}
