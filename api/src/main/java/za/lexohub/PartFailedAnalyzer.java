package za.lexohub;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import za.lexohub.embedded.part.PartFailed;

/** One clear sentence instead of a stack trace, when a part does not come up. */
final class PartFailedAnalyzer extends AbstractFailureAnalyzer<PartFailed> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, PartFailed cause) {
    return new FailureAnalysis(cause.description(), cause.action(), cause);
  }
}
