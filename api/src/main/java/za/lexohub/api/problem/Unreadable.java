package za.lexohub.api.problem;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Why a body could not be read, told without a word of the parser's own. */
record Unreadable(ProblemCode code, String detail, List<InputError> errors) {
  static Unreadable of(@Nullable Throwable cause) {
    return switch (cause) {
      case UnrecognizedPropertyException unknown ->
          input(new InputError(pointer(unknown), "unknown-field", "there is no such field here"));
      case InvalidFormatException format -> input(format(format));
      case InvalidTypeIdException kind ->
          input(
              new InputError(
                  pointer(kind, "/" + telling(kind)),
                  "unknown-value",
                  "names no kind of this thing"));
      case MismatchedInputException mismatch when isEmptyBody(mismatch) ->
          input(new InputError("", "required", "a body is required"));
      case MismatchedInputException mismatch ->
          input(
              new InputError(
                  pointer(mismatch), "wrong-type", "must be " + name(mismatch.getTargetType())));
      case StreamReadException stream when !stream.getPath().isEmpty() ->
          input(new InputError(pointer(stream), "range", "is not a value that can be read"));
      case StreamReadException stream ->
          new Unreadable(
              ProblemCode.MALFORMED_JSON,
              "The body is not JSON: line "
                  + stream.getLocation().getLineNr()
                  + ", column "
                  + stream.getLocation().getColumnNr()
                  + ".",
              List.of());
      case JacksonException other when !other.getPath().isEmpty() ->
          input(new InputError(pointer(other), "invalid-value", "is not valid"));
      case null -> input(new InputError("", "required", "a body is required"));
      default -> new Unreadable(ProblemCode.MALFORMED_JSON, "The body cannot be read.", List.of());
    };
  }

  /** The field that says which of several things a body is. */
  private static String telling(InvalidTypeIdException kind) {
    JsonTypeInfo told = kind.getBaseType().getRawClass().getAnnotation(JsonTypeInfo.class);
    return told == null || told.property().isEmpty() ? "kind" : told.property();
  }

  private static InputError format(InvalidFormatException format) {
    Class<?> target = format.getTargetType();
    if (target != null && target.isEnum()) {
      String allowed =
          Arrays.stream(target.getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(", "));
      return new InputError(pointer(format), "unknown-value", "must be one of " + allowed);
    }
    return new InputError(pointer(format), "wrong-type", "must be " + name(target));
  }

  private static boolean isEmptyBody(MismatchedInputException mismatch) {
    return mismatch.getPath().isEmpty() && mismatch.getOriginalMessage().startsWith("No content");
  }

  private static Unreadable input(InputError error) {
    return new Unreadable(ProblemCode.INVALID_INPUT, "One value is not valid.", List.of(error));
  }

  private static String pointer(JacksonException exception) {
    return pointer(exception, "");
  }

  private static String pointer(JacksonException exception, String more) {
    return exception.getPath().stream()
            .map(Unreadable::segment)
            .map(segment -> "/" + segment.replace("~", "~0").replace("/", "~1"))
            .collect(Collectors.joining())
        + more;
  }

  private static String segment(JacksonException.Reference reference) {
    String property = reference.getPropertyName();
    return property == null ? Integer.toString(reference.getIndex()) : property;
  }

  private static String name(@Nullable Class<?> type) {
    if (type == null) {
      return "of another type";
    }
    return switch (type.getSimpleName()) {
      case "int", "long", "Integer", "Long" -> "a whole number";
      case "BigDecimal" -> "a number";
      case "boolean", "Boolean" -> "true or false";
      case "String" -> "text";
      case "LocalDate" -> "a date like 2026-03-31";
      case "Instant" -> "a time like 2026-03-31T10:00:00Z";
      case "UUID" -> "a UUID";
      case "List", "ArrayList" -> "a list";
      default -> "an object";
    };
  }
}
