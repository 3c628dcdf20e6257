package za.lexohub.processes.pdf;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import za.lexohub.messages.erasure.FiledDocuments;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.processes.mail.MailConfiguration;
import za.lexohub.processes.queue.GeneratePdf;
import za.lexohub.processes.queue.OutcomeRecorder;
import za.lexohub.processes.queue.Worker;
import za.lexohub.processes.storage.DocumentStore;
import za.lexohub.processes.storage.StorageConfiguration;

/** Everything that makes, keeps and mails papers: the workers of the PDF and the mail queue. */
@Configuration(proxyBeanMethods = false)
@Import({StorageConfiguration.class, MailConfiguration.class})
public class DocumentsConfiguration {

  static final String ACTOR = "pdf-worker";

  @Bean
  Worker<GeneratePdf> generatePdfWorker(
      EventStore eventStore,
      PersonalDataVault vault,
      FiledDocuments filed,
      DocumentStore documents,
      CommandGateway gateway) {
    return new GeneratePdfWorker(
        new GeneratePdfWorker.Folds(
            new InvoiceFold(eventStore, vault),
            new ReceiptFold(eventStore, vault),
            new NoteFold(eventStore, vault),
            new ProFormaFold(eventStore, vault),
            new StatementFold(eventStore, vault, filed::invoicesOn)),
        new NamedSubjects(eventStore),
        new PdfRenderer(),
        documents,
        new OutcomeRecorder(gateway, ACTOR));
  }
}
