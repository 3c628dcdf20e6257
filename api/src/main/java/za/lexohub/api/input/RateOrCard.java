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

/** A line names its rate, or the rate card that does. */
@Documented
@Constraint(validatedBy = RateOrCard.Check.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RateOrCard {
  String message() default "must be given, or a rateCardId";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Points at the rate that is missing. */
  final class Check implements ConstraintValidator<RateOrCard, LineInput> {
    @Override
    public boolean isValid(@Nullable LineInput line, ConstraintValidatorContext context) {
      if (line == null || line.rate() != null || line.rateCardId() != null) {
        return true;
      }
      context.disableDefaultConstraintViolation();
      context
          .buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
          .addPropertyNode("rate")
          .addConstraintViolation();
      return false;
    }
  }
}
