package za.lexohub.api.command;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import za.lexohub.api.problem.InputError;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;

/**
 * The caller's name for a request, so that a repeat is recognised: a structured-field string
 * ({@code "..."}) or the bare value, 8 to 128 visible characters.
 */
record IdempotencyKey(String value) {
  static final String HEADER = "Idempotency-Key";

  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._~:/+=@-]{8,128}");

  static IdempotencyKey of(@Nullable String header) {
    if (header == null || header.isBlank()) {
      throw Refusal.input(
          ProblemCode.IDEMPOTENCY_KEY_MISSING,
          "Send a fresh UUID as Idempotency-Key, and the same one when you repeat the request.",
          new InputError(HEADER, "required", "must be given"));
    }
    String text = header.strip();
    if (text.length() > 2 && text.startsWith("\"") && text.endsWith("\"")) {
      text = text.substring(1, text.length() - 1);
    }
    if (!SHAPE.matcher(text).matches()) {
      throw Refusal.input(
          ProblemCode.IDEMPOTENCY_KEY_INVALID,
          "A key has 8 to 128 letters, digits and . _ ~ : / + = @ -, best a UUID.",
          new InputError(HEADER, "format", "is not a key"));
    }
    return new IdempotencyKey(text);
  }
}
