package za.lexohub.processes.aws.rds;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * With {@code lexohub.database.iam=true} everything that logs in to the database, every pool and
 * the migration, does so with a token of the task's role: the address of the database names {@link
 * RdsToken}, and passwords are forgotten.
 */
final class DatabaseByIam implements EnvironmentPostProcessor, Ordered {

  private static final List<String> ADDRESSES =
      List.of("spring.datasource.url", "spring.flyway.url");
  private static final List<String> PASSWORDS =
      List.of("spring.datasource.password", "spring.flyway.password");

  @Override
  public int getOrder() {
    return ConfigDataEnvironmentPostProcessor.ORDER + 5;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    if (!Boolean.parseBoolean(environment.resolvePlaceholders("${lexohub.database.iam:false}"))) {
      return;
    }
    String region = environment.resolvePlaceholders("${lexohub.aws.region:af-south-1}");
    Map<String, Object> changed = new HashMap<>();
    for (String property : ADDRESSES) {
      String address = environment.getProperty(property);
      if (address != null && !address.isBlank()) {
        changed.put(property, signed(property, address, region));
      }
    }
    PASSWORDS.forEach(password -> changed.put(password, ""));
    environment.getPropertySources().addFirst(new MapPropertySource("database by IAM", changed));
  }

  private static String signed(String property, String address, String region) {
    if (!address.matches(".*[?&]sslmode=(require|verify-ca|verify-full)(&.*)?")) {
      throw new IllegalArgumentException(
          "lexohub.database.iam asks for sslmode=verify-full in "
              + property
              + ": whoever reads a token on its way can log in with it");
    }
    return "%s&authenticationPluginClassName=%s&%s=%s"
        .formatted(address, RdsToken.class.getName(), RdsToken.REGION, region);
  }
}
