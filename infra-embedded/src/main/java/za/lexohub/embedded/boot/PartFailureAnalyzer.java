package za.lexohub.embedded.boot;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import za.lexohub.embedded.part.PartFailed;

/**
 * Lets an application that lacks a part end with the part's own sentence instead of a stack trace.
 */
final class PartFailureAnalyzer extends AbstractFailureAnalyzer<PartFailed> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, PartFailed cause) {
    return new FailureAnalysis(cause.description(), cause.action(), cause);
  }
}
