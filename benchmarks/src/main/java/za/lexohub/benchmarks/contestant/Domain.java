package za.lexohub.benchmarks.contestant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import za.lexohub.domain.DomainConfiguration;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.erasure.FiledDocuments;
import za.lexohub.messages.erasure.FiledReceipts;
import za.lexohub.messages.erasure.FiledRetainers;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.PersonalDataKeys;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.messages.receipt.ReceiptId;

/** The product's aggregates, to be added to a node; nothing is erased there, and nothing secret. */
@Configuration(proxyBeanMethods = false)
@Import(DomainConfiguration.class)
public class Domain {

  @Bean
  FiledRetainers filedRetainers() {
    return (tenant, matter) -> List.of();
  }

  @Bean
  FiledReceipts filedReceipts() {
    return new FiledReceipts() {
      @Override
      public List<ReceiptId> receiptsOn(TenantId tenant, MatterId matterId) {
        return List.of();
      }

      @Override
      public List<ReceiptId> restsOf(TenantId tenant, Set<InvoiceId> invoices) {
        return List.of();
      }
    };
  }

  @Bean
  FiledDocuments filedDocuments() {
    return new FiledDocuments() {
      @Override
      public List<ProFormaId> proFormasOn(TenantId tenant, MatterId matterId) {
        return List.of();
      }

      @Override
      public List<InvoiceId> invoicesOn(TenantId tenant, MatterId matterId) {
        return List.of();
      }
    };
  }

  @Bean
  PersonalDataKeys personalDataKeys() {
    return (tenant, subjects) -> true;
  }

  @Bean
  PersonalDataVault personalDataVault() {
    return new PersonalDataVault() {
      @Override
      public PersonalData seal(TenantId tenant, UUID subjectId, Object plain) {
        throw new UnsupportedOperationException("what comes in is sealed");
      }

      @Override
      public <T> Optional<T> open(TenantId tenant, PersonalData sealed, Class<T> type) {
        return Optional.empty();
      }
    };
  }
}
