package za.lexohub;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.core.env.StandardEnvironment;
import za.lexohub.embedded.EmbeddedParts;
import za.lexohub.embedded.PartsSettings;

/**
 * Starts the parts on this machine before the application, in profile {@code embedded}; they end
 * after it.
 */
final class EmbeddedStart
    implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

  /** After the configuration files are read and the profiles known. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    ConfigurableEnvironment environment = event.getEnvironment();
    if (!environment.acceptsProfiles(Profiles.of("embedded"))) {
      return;
    }
    PartsSettings settings = PartsSettings.from(environment::getProperty);
    if (settings.kind() == PartsSettings.Kind.NONE) {
      return;
    }
    EmbeddedParts parts = EmbeddedParts.start(settings, System.out::println);
    SpringApplication.getShutdownHandlers().add(parts::close);
    Map<String, Object> properties = new HashMap<>(parts.properties());
    environment
        .getPropertySources()
        .addAfter(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new MapPropertySource("embedded parts", properties));
  }
}
