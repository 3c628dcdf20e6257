package za.lexohub.processes.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.ResolvableType;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.document.DocumentSealing;
import za.lexohub.messages.document.Documents;
import za.lexohub.messages.erasure.FiledDocuments;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.messages.proforma.PublicTokens;
import za.lexohub.processes.Log;
import za.lexohub.processes.PaperSealing;
import za.lexohub.processes.RealStore;
import za.lexohub.processes.RecordingGateway;
import za.lexohub.processes.queue.GeneratePdf;
import za.lexohub.processes.queue.SendEmail;
import za.lexohub.processes.queue.Worker;

class DocumentsConfigurationIT {

  private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

  @Test
  void registersBothWorkersAndTheStoredPapers() {
    try (RealStore real = new RealStore();
        Log log = new Log()) {
      runner(real, log)
          .run(
              context -> {
                assertThat(context).hasNotFailed().hasSingleBean(Documents.class);
                assertThat(worker(context::getBeanNamesForType, GeneratePdf.class)).hasSize(1);
                assertThat(worker(context::getBeanNamesForType, SendEmail.class)).hasSize(1);
                assertThat(sender.getJavaMailProperties()).containsKey("mail.smtp.timeout");
              });
    }
  }

  @Test
  void anUnusableSenderAddressEndsTheStart() {
    try (RealStore real = new RealStore();
        Log log = new Log()) {
      runner(real, log)
          .withPropertyValues("lexohub.mail.from=not an address")
          .run(
              context ->
                  assertThat(context).getFailure().rootCause().hasMessageContaining("address"));
    }
  }

  private ApplicationContextRunner runner(RealStore real, Log log) {
    return new ApplicationContextRunner()
        .withBean(EventStore.class, log::store)
        .withBean(PersonalDataVault.class, () -> log)
        .withBean(DocumentSealing.class, PaperSealing::new)
        .withBean(FiledDocuments.class, NothingFiled::new)
        .withBean(CommandGateway.class, RecordingGateway::new)
        .withBean(S3Client.class, () -> real.s3)
        // Signs nothing here.
        .withBean(S3Presigner.class, () -> S3Presigner.builder().region(Region.AF_SOUTH_1).build())
        .withBean(JavaMailSender.class, () -> sender)
        .withBean(PublicTokens.class, () -> (id, purpose, generation) -> "token")
        .withBean(Clock.class, Clock::systemUTC)
        .withPropertyValues("lexohub.s3.bucket=" + real.bucket)
        .withUserConfiguration(DocumentsConfiguration.class);
  }

  private static String[] worker(Function<ResolvableType, String[]> names, Class<?> message) {
    return names.apply(ResolvableType.forClassWithGenerics(Worker.class, message));
  }

  private static final class NothingFiled implements FiledDocuments {
    @Override
    public List<ProFormaId> proFormasOn(TenantId tenant, MatterId matterId) {
      return List.of();
    }

    @Override
    public List<InvoiceId> invoicesOn(TenantId tenant, MatterId matterId) {
      return List.of();
    }
  }
}
