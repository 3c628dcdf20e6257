package za.lexohub.api.proforma;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.api.EdgeProperties;
import za.lexohub.api.publiclink.Links;
import za.lexohub.api.reading.LogHead;
import za.lexohub.messages.proforma.PublicTokens;
import za.lexohub.query.proforma.ProFormaQueries;
import za.lexohub.role.CommandRole;

/** What a pro forma's commands need to know of its present state: links and revision. */
@Configuration(proxyBeanMethods = false)
@CommandRole
class ProFormaEdge {
  @Bean
  Views presentProFormas(ProFormaQueries queries) {
    return queries::get;
  }

  @Bean
  Revisions revisions(Views views) {
    return new Revisions(views);
  }

  @Bean
  SubmitLinks submitLinks(PublicTokens tokens, Links links, LogHead head, EdgeProperties edge) {
    return new SubmitLinks(tokens, links, head, edge);
  }
}
