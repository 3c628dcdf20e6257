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

/** At most 200 characters on one line; absent is fine. Safe in a mail header and a file name. */
@Documented
@Constraint(validatedBy = {})
@Size(max = 200)
@Pattern(regexp = "\\P{Cntrl}*")
@ReportAsSingleViolation
@Target({FIELD, METHOD, PARAMETER, RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface OneLine {
  String message() default "must be one line of at most 200 characters";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
