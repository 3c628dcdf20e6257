package za.lexohub.query.promises;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.agreement.AgreementQueries;
import za.lexohub.query.notification.NotificationQueries;
import za.lexohub.query.reminder.PrescriptionQueries;
import za.lexohub.query.scope.ScopeAmendmentQueries;
import za.lexohub.readmodels.agreement.AgreementViews;
import za.lexohub.readmodels.notification.NotificationViews;
import za.lexohub.readmodels.reminder.PrescriptionRows;
import za.lexohub.readmodels.scope.ScopeAmendmentViews;

/**
 * Where the questions about agreements, scope amendments, prescription and notices are put
 * together.
 */
@Configuration(proxyBeanMethods = false)
public class PromisesQuestions {

  @Bean
  AgreementQueries agreementQueries(AgreementViews views, AppliedWait applied) {
    return new AgreementQueries(views, applied);
  }

  @Bean
  ScopeAmendmentQueries scopeAmendmentQueries(ScopeAmendmentViews views, AppliedWait applied) {
    return new ScopeAmendmentQueries(views, applied);
  }

  @Bean
  PrescriptionQueries prescriptionQueries(PrescriptionRows rows, AppliedWait applied) {
    return new PrescriptionQueries(rows, applied);
  }

  @Bean
  NotificationQueries notificationQueries(NotificationViews views, AppliedWait applied) {
    return new NotificationQueries(views, applied);
  }
}
