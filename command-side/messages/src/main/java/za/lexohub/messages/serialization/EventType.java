package za.lexohub.messages.serialization;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name under which an event stands in the log. Classes may be renamed and moved; this name
 * never changes once a release has written it, and a changed shape takes the next revision and an
 * upcaster.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {

  String value();

  int revision() default 1;
}
