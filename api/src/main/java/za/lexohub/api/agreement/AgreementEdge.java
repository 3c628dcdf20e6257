package za.lexohub.api.agreement;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.api.EdgeProperties;
import za.lexohub.api.publiclink.Links;
import za.lexohub.api.reading.LogHead;
import za.lexohub.messages.proforma.PublicTokens;
import za.lexohub.query.agreement.AgreementQueries;
import za.lexohub.role.CommandRole;

/** What an agreement's commands need to know of its present state: its file and its links. */
@Configuration(proxyBeanMethods = false)
@CommandRole
class AgreementEdge {
  @Bean
  Agreements presentAgreements(AgreementQueries queries) {
    return queries::get;
  }

  @Bean
  SignLinks signLinks(PublicTokens tokens, Links links, LogHead head, EdgeProperties edge) {
    return new SignLinks(tokens, links, head, edge);
  }
}
