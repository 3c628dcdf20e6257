package za.lexohub.api.input;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** An amount of at least one cent; absent is fine. */
@Documented
@Constraint(validatedBy = AboveZero.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface AboveZero {
  String message() default "must be above 0";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Points at the amount inside. */
  final class Check implements ConstraintValidator<AboveZero, Cents> {
    @Override
    public boolean isValid(@Nullable Cents value, ConstraintValidatorContext context) {
      if (value == null || value.amount() == null || value.amount() != 0) {
        return true;
      }
      context.disableDefaultConstraintViolation();
      context
          .buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
          .addPropertyNode("amount")
          .addConstraintViolation();
      return false;
    }
  }
}
