package za.lexohub.query.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.query.AppliedWait;
import za.lexohub.readmodels.access.GrantedViews;

/** Where the questions about an attorney's access are put together. */
@Configuration(proxyBeanMethods = false)
public class AccessQuestions {

  @Bean
  GrantedQueries grantedQueries(GrantedViews views, AppliedWait applied) {
    return new GrantedQueries(views, applied);
  }
}
