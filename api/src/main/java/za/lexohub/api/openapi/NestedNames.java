package za.lexohub.api.openapi;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Set;

/** A document of an invoice and one of a pro forma are two things, so both names say of what. */
final class NestedNames extends TypeNameResolver {
  @Override
  protected String nameForClass(Class<?> type, Set<Options> options) {
    String name = super.nameForClass(type, options);
    Class<?> around = type.getEnclosingClass();
    return around != null && name.equals(type.getSimpleName())
        ? around.getSimpleName() + name
        : name;
  }
}
