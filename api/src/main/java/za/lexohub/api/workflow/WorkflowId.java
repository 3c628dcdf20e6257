package za.lexohub.api.workflow;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;

/** One round of billing a pro forma: {@code <proFormaId>-<round>}. */
record WorkflowId(UUID proFormaId, int round) {
  private static final Pattern SHAPE = Pattern.compile("([0-9a-fA-F-]{36})-([1-9][0-9]{0,5})");

  static WorkflowId of(String text) {
    Matcher id = SHAPE.matcher(text);
    try {
      if (id.matches()) {
        return new WorkflowId(UUID.fromString(id.group(1)), Integer.parseInt(id.group(2)));
      }
    } catch (IllegalArgumentException noUuid) {
      throw unknown();
    }
    throw unknown();
  }

  private static Refusal unknown() {
    return Refusal.of(ProblemCode.NOT_FOUND, "There is nothing at this address.");
  }
}
