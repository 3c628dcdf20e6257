package za.lexohub.projectors;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import redis.clients.jedis.exceptions.JedisException;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.processing.PassingFailure;
import za.lexohub.projectors.access.AccessProjectors;
import za.lexohub.projectors.asone.AppliedAsOneConfiguration;
import za.lexohub.projectors.billing.BillingProjectors;
import za.lexohub.projectors.claims.MoneyProjectors;
import za.lexohub.projectors.clientmoney.ClientMoneyProjectors;
import za.lexohub.projectors.erasure.PersonalFileProjector;
import za.lexohub.projectors.invoice.InvoiceCardProjector;
import za.lexohub.projectors.invoice.InvoiceProjector;
import za.lexohub.projectors.ledger.LedgerProjectors;
import za.lexohub.projectors.matter.MatterCardProjector;
import za.lexohub.projectors.matter.MatterProjector;
import za.lexohub.projectors.operations.OperationsConfiguration;
import za.lexohub.projectors.operations.RebuildOperationsConfiguration;
import za.lexohub.projectors.papers.PapersProjectors;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.projectors.proforma.ProFormaProjector;
import za.lexohub.projectors.promises.PromisesProjectors;
import za.lexohub.projectors.publiclink.PublicLinkProjector;
import za.lexohub.projectors.rebuild.RebuildConfiguration;
import za.lexohub.projectors.work.WorkProjectors;
import za.lexohub.projectors.workflow.WorkflowProjector;
import za.lexohub.projectors.workflowcounts.WorkflowCountsProjector;
import za.lexohub.readmodels.search.SearchStoreUnavailable;

/** The role {@code projection}: every read model in SQL and Redis is fed here. */
@Configuration(proxyBeanMethods = false)
@Import({
  PositionsConfiguration.class,
  OperationsConfiguration.class,
  MatterProjector.class,
  MatterCardProjector.class,
  ProFormaProjector.class,
  InvoiceProjector.class,
  PublicLinkProjector.class,
  WorkflowProjector.class,
  PersonalFileProjector.class,
  WorkflowCountsProjector.class,
  WorkProjectors.class,
  BillingProjectors.class,
  MoneyProjectors.class,
  ClientMoneyProjectors.class,
  PromisesProjectors.class,
  PapersProjectors.class,
  AccessProjectors.class,
  LedgerProjectors.class,
  InvoiceCardProjector.class,
  RebuildConfiguration.class,
  RebuildOperationsConfiguration.class,
  AppliedAsOneConfiguration.class
})
public class ProjectorsConfiguration {

  @Bean
  OpenedText openedText(PersonalDataVault vault) {
    return new OpenedText(vault);
  }

  /**
   * Whatever Redis or OpenSearch answers, or fails to, it is about them and not about one event.
   * (What Jedis throws when it cannot connect has no I/O error as its cause.)
   */
  @Bean
  PassingFailure storesAreAway() {
    return failure ->
        failure instanceof JedisException || failure instanceof SearchStoreUnavailable;
  }
}
