package za.lexohub.api.command;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A command that asks for no {@code If-Match}, although its path names something that exists: it
 * makes something new there, or two people may do it at once. It is asked for with {@link
 * Ask#unconditional} or {@link Ask#creation}; the description of the API then does not demand the
 * header.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface NoVersion {}
