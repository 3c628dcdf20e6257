package za.lexohub.query.clientmoney;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.practice.PracticeQueries;
import za.lexohub.query.retainer.RetainerQueries;
import za.lexohub.query.trust.TrustQueries;
import za.lexohub.readmodels.practice.PracticeViews;
import za.lexohub.readmodels.retainer.RetainerViews;
import za.lexohub.readmodels.trust.TrustViews;

/** Where the questions about the practice, retainers and trust money are put together. */
@Configuration(proxyBeanMethods = false)
public class ClientMoneyQuestions {

  @Bean
  PracticeQueries practiceQueries(PracticeViews views, AppliedWait applied) {
    return new PracticeQueries(views, applied);
  }

  @Bean
  RetainerQueries retainerQueries(RetainerViews views, AppliedWait applied) {
    return new RetainerQueries(views, applied);
  }

  @Bean
  TrustQueries trustQueries(TrustViews views, AppliedWait applied) {
    return new TrustQueries(views, applied);
  }
}
