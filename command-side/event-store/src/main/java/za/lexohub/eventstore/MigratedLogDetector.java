package za.lexohub.eventstore;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;
import org.springframework.core.Ordered;

/** Tells Spring Boot that whoever speaks SQL comes after {@link MigratedLog}. */
final class MigratedLogDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

  /**
   * After Flyway, where there is one: Spring Boot lets each initializer wait for those before it.
   */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
    return Set.of(MigratedLog.class);
  }
}
