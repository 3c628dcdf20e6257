package za.lexohub.api.attachment;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.query.attachment.AttachmentQueries;
import za.lexohub.role.CommandRole;

/** What an attachment's commands need to know of its present state. */
@Configuration(proxyBeanMethods = false)
@CommandRole
class AttachmentEdge {
  @Bean
  Announced announcedAttachments(AttachmentQueries queries) {
    return queries::get;
  }
}
