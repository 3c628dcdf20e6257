package za.lexohub.api.command;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A command that makes something new on what its path names: answered 201 with the address of what
 * is new, and without {@code If-Match}. It is asked for with {@link Ask#creation}. A command whose
 * path names nothing that exists needs no such word.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Creates {}
