package za.lexohub.api.reading;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The parameters that a read takes; any other is refused. Documents them as well. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Takes {
  /** {@code status}, or {@code issuedAt[]} for a range: {@code issuedAt[gte]} and so on. */
  String[] value() default {};

  /** Whether it is a list: takes {@code limit}, {@code after} and {@code sort} as well. */
  boolean list() default false;

  /** What the list may be sorted by; the first, descending, is the usual order. */
  String[] sorts() default {};
}
