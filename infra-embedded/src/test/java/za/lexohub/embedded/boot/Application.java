package za.lexohub.embedded.boot;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import za.lexohub.embedded.part.Http;

/** An application that says what it was given, and at its end whether its parts are still there. */
@Configuration(proxyBeanMethods = false)
class Application {

  public static void main(String[] arguments) {
    SpringApplication application = new SpringApplication(Application.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setAdditionalProfiles("embedded");
    try (ConfigurableApplicationContext context = application.run(arguments)) {
      Environment environment = context.getEnvironment();
      System.out.println("database " + environment.getProperty("spring.datasource.url"));
      System.out.println("mail " + environment.getProperty("spring.mail.host"));
    }
  }

  @Bean
  DisposableBean lastQuestion(Environment environment) {
    String health = environment.getProperty("lexohub.opensearch.url") + "/_cluster/health";
    return () -> System.out.println("at the end OpenSearch says " + Http.status("GET", health));
  }
}
