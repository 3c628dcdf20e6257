package za.lexohub.query.claims;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.query.AppliedWait;
import za.lexohub.readmodels.claims.ClaimViews;

/** Where the questions about credit notes, disputes and receipts are put together. */
@Configuration(proxyBeanMethods = false)
public class MoneyQuestions {

  @Bean
  ClaimQueries claimQueries(ClaimViews views, AppliedWait applied) {
    return new ClaimQueries(views, applied);
  }
}
