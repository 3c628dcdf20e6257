package za.lexohub.api.problem;

import java.util.Comparator;
import java.util.List;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.MethodArgumentNotValidException;

/** Broken constraints as input errors, in the order of their pointers. */
final class Violations {
  static List<InputError> of(MethodArgumentNotValidException invalid) {
    return invalid.getBindingResult().getAllErrors().stream()
        .map(Violations::error)
        .distinct()
        .sorted(Comparator.comparing(InputError::pointer))
        .toList();
  }

  private static InputError error(ObjectError error) {
    String message = error.getDefaultMessage() == null ? "is not valid" : error.getDefaultMessage();
    String pointer = error instanceof FieldError field ? pointer(field.getField()) : "";
    return new InputError(pointer, code(String.valueOf(error.getCode())), message);
  }

  /** {@code lines[0].rate.amount} is {@code /lines/0/rate/amount}. */
  private static String pointer(String path) {
    return "/" + path.replace("]", "").replace('[', '/').replace('.', '/');
  }

  private static String code(String constraint) {
    return switch (constraint) {
      case "NotNull", "NotBlank", "NotEmpty" -> "required";
      case "Size" -> "length";
      case "Min",
          "Max",
          "Positive",
          "PositiveOrZero",
          "DecimalMin",
          "DecimalMax",
          "Digits",
          "AboveZero" ->
          "range";
      case "Pattern", "Email", "OneLine", "Subject" -> "format";
      default -> "invalid-value";
    };
  }

  private Violations() {}
}
