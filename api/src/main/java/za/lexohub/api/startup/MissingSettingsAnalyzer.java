package za.lexohub.api.startup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets a process that lacks settings end with their sentences instead of a stack trace. */
final class MissingSettingsAnalyzer extends AbstractFailureAnalyzer<MissingSettings> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, MissingSettings cause) {
    return new FailureAnalysis(
        cause.getMessage(), "Set them in the task's environment and start it again.", cause);
  }
}
