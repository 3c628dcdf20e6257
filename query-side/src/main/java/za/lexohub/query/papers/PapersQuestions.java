package za.lexohub.query.papers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.attachment.AttachmentQueries;
import za.lexohub.query.statement.StatementQueries;
import za.lexohub.readmodels.attachment.AttachmentViews;
import za.lexohub.readmodels.statement.StatementViews;

/** Where the questions about attachments and statements are put together. */
@Configuration(proxyBeanMethods = false)
public class PapersQuestions {

  @Bean
  AttachmentQueries attachmentQueries(AttachmentViews views, AppliedWait applied) {
    return new AttachmentQueries(views, applied);
  }

  @Bean
  StatementQueries statementQueries(StatementViews views, AppliedWait applied) {
    return new StatementQueries(views, applied);
  }
}
