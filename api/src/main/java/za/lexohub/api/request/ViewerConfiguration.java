package za.lexohub.api.request;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Where an edge stands before the application and tells it who asks. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("lexohub.edge.secret")
@EnableConfigurationProperties(EdgeSecret.class)
class ViewerConfiguration {

  /** Before everything that looks at the address. */
  @Bean
  FilterRegistrationBean<ViewerAddress> viewerAddress(EdgeSecret edge) {
    FilterRegistrationBean<ViewerAddress> registration =
        new FilterRegistrationBean<>(new ViewerAddress(edge));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
    return registration;
  }
}
