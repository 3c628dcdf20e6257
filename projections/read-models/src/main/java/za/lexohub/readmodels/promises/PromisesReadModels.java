package za.lexohub.readmodels.promises;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.readmodels.agreement.AgreementRows;
import za.lexohub.readmodels.agreement.AgreementViews;
import za.lexohub.readmodels.notification.NotificationRows;
import za.lexohub.readmodels.notification.NotificationViews;
import za.lexohub.readmodels.reminder.PrescriptionRows;
import za.lexohub.readmodels.row.TenantScope;
import za.lexohub.readmodels.scope.ScopeAmendmentRows;
import za.lexohub.readmodels.scope.ScopeAmendmentViews;

/** Where the stores of agreements, scope amendments, prescription and notices are put together. */
@Configuration(proxyBeanMethods = false)
public class PromisesReadModels {

  @Bean
  AgreementRows agreementRows(TenantScope scope) {
    return new AgreementRows(scope);
  }

  @Bean
  AgreementViews agreementViews(TenantScope scope) {
    return new AgreementViews(scope);
  }

  @Bean
  ScopeAmendmentRows scopeAmendmentRows(TenantScope scope) {
    return new ScopeAmendmentRows(scope);
  }

  @Bean
  ScopeAmendmentViews scopeAmendmentViews(TenantScope scope) {
    return new ScopeAmendmentViews(scope);
  }

  @Bean
  PrescriptionRows prescriptionRows(TenantScope scope) {
    return new PrescriptionRows(scope);
  }

  @Bean
  NotificationRows notificationRows(TenantScope scope) {
    return new NotificationRows(scope);
  }

  @Bean
  NotificationViews notificationViews(TenantScope scope) {
    return new NotificationViews(scope);
  }
}
