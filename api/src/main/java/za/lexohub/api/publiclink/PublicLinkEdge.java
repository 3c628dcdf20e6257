package za.lexohub.api.publiclink;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.api.reading.LogHead;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.publiclink.PublicLinkQuery;
import za.lexohub.role.HttpRole;

/** The way from a token to its link, and how new the view of it has to be. */
@Configuration(proxyBeanMethods = false)
@HttpRole
class PublicLinkEdge {
  @Bean
  Links links(PublicLinkQuery query) {
    return query::find;
  }

  @Bean
  LogHead logHead(AppliedWait applied) {
    return applied::recorded;
  }

  @Bean
  PublicDoor publicDoor(Links links, Clock clock) {
    return new PublicDoor(links, clock);
  }
}
