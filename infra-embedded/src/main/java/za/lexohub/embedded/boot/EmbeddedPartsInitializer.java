package za.lexohub.embedded.boot;

import java.util.Map;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import za.lexohub.embedded.EmbeddedParts;
import za.lexohub.embedded.PartsSettings;

/**
 * Starts the parts before an application with the profile {@code embedded}, unless {@code
 * lexohub.parts} is {@code none}.
 *
 * <p>What the command line, a system property or the environment says about a part stays; what a
 * configuration file says gives way. The parts stop after the last bean, so that nothing loses its
 * database while it puts its things in order.
 */
public final class EmbeddedPartsInitializer
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final String PROFILE = "embedded";
  private static final String NAME = "lexohub.parts";

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    ConfigurableEnvironment environment = context.getEnvironment();
    if (!environment.matchesProfiles(PROFILE)) {
      return;
    }
    PartsSettings settings = PartsSettings.from(environment::getProperty);
    if (settings.kind() == PartsSettings.Kind.NONE) {
      return;
    }
    quieten();
    EmbeddedParts parts = EmbeddedParts.start(settings, System.out::println);
    Runnable close = parts::close;
    // Runs after every context is closed, and is all there is when the start fails before this one
    // has beans.
    SpringApplication.getShutdownHandlers().add(close);
    addTo(environment.getPropertySources(), parts.properties());
    // Beans are destroyed in reverse order, and no bean comes before this one.
    ((DefaultSingletonBeanRegistry) context.getBeanFactory())
        .registerDisposableBean(NAME, parts::close);
  }

  private static void addTo(MutablePropertySources sources, Map<String, String> properties) {
    MapPropertySource source = new MapPropertySource(NAME, Map.copyOf(properties));
    if (sources.contains(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)) {
      sources.addAfter(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, source);
    } else {
      sources.addLast(source);
    }
  }

  /**
   * What the libraries say while they start would bury the lines that tell where the parts listen.
   */
  private static void quieten() {
    LoggingSystem logging = LoggingSystem.get(EmbeddedPartsInitializer.class.getClassLoader());
    // It logs with a stack trace what it also throws, and that becomes the sentence.
    logging.setLogLevel("io.zonky.test", LogLevel.OFF);
    logging.setLogLevel("com.icegreen.greenmail", LogLevel.WARN);
  }
}
