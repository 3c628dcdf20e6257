package za.lexohub.api.ratecard;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.query.Answer;
import za.lexohub.query.Consistency;
import za.lexohub.query.ratecard.RateCardQueries;
import za.lexohub.role.CommandRole;

/** What commands with lines need to know of rate cards. */
@Configuration(proxyBeanMethods = false)
@CommandRole
class RateCardEdge {
  @Bean
  Rates rates(RateCardQueries cards) {
    return new Rates((tenant, id) -> cards.get(tenant, id, Consistency.NONE).map(Answer::value));
  }
}
