package za.lexohub.api.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import za.lexohub.query.NotYetConsistent;
import za.lexohub.query.ProjectionParked;
import za.lexohub.query.UnknownPosition;
import za.lexohub.readmodels.paging.Cursor;

/** What a read model cannot answer now, whoever asks it: a read, a command or a public link. */
public final class Behind {
  public static final String POSITION = "Projection-Position";
  public static final String TOKEN = "Consistency-Token";

  private static final Duration OPERATOR = Duration.ofSeconds(60);

  /** The refusal this stands for, or null when it says nothing of a read model. */
  static @Nullable Refusal refusal(Throwable thrown) {
    return switch (thrown) {
      case NotYetConsistent late ->
          Refusal.later(
                  ProblemCode.NOT_YET_APPLIED,
                  "This view has not come as far as your Consistency-Token.",
                  late.retryAfter())
              .with(POSITION, Long.toString(late.applied()));
      case UnknownPosition unknown -> invalidToken();
      case ProjectionParked parked ->
          Refusal.later(
              ProblemCode.PROJECTION_PARKED,
              "An event of this could not be applied and waits for an operator.",
              OPERATOR);
      case Cursor.Foreign foreign -> invalidCursor();
      default -> null;
    };
  }

  public static Refusal invalidToken() {
    return Refusal.input(
        ProblemCode.INVALID_HEADER,
        "Send the Consistency-Token as you have got it.",
        new InputError(TOKEN, "format", "is not a token"));
  }

  public static Refusal invalidCursor() {
    return Refusal.input(
        ProblemCode.INVALID_CURSOR,
        "Use nextCursor of the page before, with the same filters and order.",
        new InputError("after", "invalid-value", "is not a cursor of this list"));
  }

  private Behind() {}
}
