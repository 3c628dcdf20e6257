package za.lexohub.api.input;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The subject of a token, which the log keeps in clear: at most 200 characters, no white space and
 * no {@code @}, so that nobody puts a name or an address there. Absent is fine.
 */
@Documented
@Constraint(validatedBy = {})
@Size(max = 200)
@Pattern(regexp = "[^@\\p{Z}\\p{Cntrl}]*")
@ReportAsSingleViolation
@Target({FIELD, METHOD, PARAMETER, RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Subject {
  String message() default
      "must be the subject of a token, without spaces and @, at most 200 characters";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
