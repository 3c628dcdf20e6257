package za.lexohub.eventstore;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import za.lexohub.eventstore.MigratedLog.OldDatabase;

/** Lets a process that nobody has migrated for end with a sentence instead of a stack trace. */
final class OldDatabaseAnalyzer extends AbstractFailureAnalyzer<OldDatabase> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, OldDatabase cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Only the role process migrates, with the owner's password; the others wait for it"
            + " (lexohub.database.migration-wait).",
        cause);
  }
}
