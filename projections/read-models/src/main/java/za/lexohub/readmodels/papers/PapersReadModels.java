package za.lexohub.readmodels.papers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.readmodels.attachment.AttachmentRows;
import za.lexohub.readmodels.attachment.AttachmentViews;
import za.lexohub.readmodels.row.TenantScope;
import za.lexohub.readmodels.statement.StatementRows;
import za.lexohub.readmodels.statement.StatementViews;

/** Where the stores of attachments and statements are put together. */
@Configuration(proxyBeanMethods = false)
public class PapersReadModels {

  @Bean
  AttachmentRows attachmentRows(TenantScope scope) {
    return new AttachmentRows(scope);
  }

  @Bean
  AttachmentViews attachmentViews(TenantScope scope) {
    return new AttachmentViews(scope);
  }

  @Bean
  StatementRows statementRows(TenantScope scope) {
    return new StatementRows(scope);
  }

  @Bean
  StatementViews statementViews(TenantScope scope) {
    return new StatementViews(scope);
  }
}
