package za.lexohub.api.claims;

import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.api.claims.ClaimFiles.ClaimFile;
import za.lexohub.api.party.Sealing;
import za.lexohub.query.Answer;
import za.lexohub.query.claims.ClaimQueries;
import za.lexohub.readmodels.claims.ReceiptView;
import za.lexohub.role.CommandRole;

/**
 * Where the edge's parts for credit notes, disputes and receipts that are no controllers are put
 * together.
 */
@Configuration(proxyBeanMethods = false)
class MoneyEdge {

  @Bean
  @CommandRole
  ClaimFiles claimFiles(ClaimQueries queries) {
    return (claim, tenant, id, consistency) ->
        switch (claim) {
          case CREDIT_NOTE ->
              queries
                  .creditNote(tenant, id, consistency)
                  .map(note -> new ClaimFile(note.value().invoiceId()));
          case DISPUTE ->
              queries
                  .dispute(tenant, id, consistency)
                  .map(dispute -> new ClaimFile(dispute.value().invoiceId()));
          case RECEIPT -> queries.receipt(tenant, id, consistency).map(MoneyEdge::file);
        };
  }

  private static ClaimFile file(Answer<ReceiptView> receipt) {
    UUID invoice = receipt.value().overpaidInvoiceId();
    return new ClaimFile(Optional.ofNullable(invoice).orElse(receipt.value().matterId()));
  }

  @Bean
  @CommandRole
  ClaimNotes claimNotes(ClaimFiles files, Sealing sealing) {
    return new ClaimNotes(files, sealing);
  }
}
