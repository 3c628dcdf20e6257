package za.lexohub.processes.pdf;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import za.lexohub.messages.document.Logos;
import za.lexohub.messages.erasure.FiledDocuments;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.processes.mail.MailConfiguration;
import za.lexohub.processes.queue.GeneratePdf;
import za.lexohub.processes.queue.OutcomeRecorder;
import za.lexohub.processes.queue.Worker;
import za.lexohub.processes.storage.DocumentStore;
import za.lexohub.processes.storage.StorageConfiguration;
import za.lexohub.processes.telemetry.InvoiceGeneration;

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
      Logos logos,
      CommandGateway gateway,
      ObjectProvider<MeterRegistry> meters,
      Clock clock) {
    Brands brands = new Brands(eventStore, logos);
    return new GeneratePdfWorker(
        new GeneratePdfWorker.Folds(
            new InvoiceFold(eventStore, vault, brands),
            new ReceiptFold(eventStore, vault, brands),
            new NoteFold(eventStore, vault, brands),
            new ProFormaFold(eventStore, vault, brands),
            new StatementFold(eventStore, vault, brands, filed::invoicesOn)),
        new NamedSubjects(eventStore),
        new PdfRenderer(),
        documents,
        new OutcomeRecorder(gateway, ACTOR),
        new InvoiceGeneration(meters.getIfAvailable(CompositeMeterRegistry::new), clock));
  }
}
