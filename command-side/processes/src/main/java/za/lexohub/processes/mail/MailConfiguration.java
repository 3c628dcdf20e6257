package za.lexohub.processes.mail;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.proforma.PublicTokens;
import za.lexohub.processes.circuit.Circuits;
import za.lexohub.processes.queue.MailBounce;
import za.lexohub.processes.queue.OutcomeRecorder;
import za.lexohub.processes.queue.SendEmail;
import za.lexohub.processes.queue.Worker;
import za.lexohub.processes.storage.DocumentStore;

/** The workers of the mail queue and of the queue that tells about returned mail. */
@Configuration(proxyBeanMethods = false)
public class MailConfiguration {

  static final String ACTOR = "mail-worker";

  @Bean
  Worker<SendEmail> sendEmailWorker(
      EventStore eventStore,
      PersonalDataVault vault,
      DocumentStore documents,
      PublicTokens tokens,
      CommandGateway gateway,
      JavaMailSender sender,
      Clock clock,
      ObjectProvider<MeterRegistry> meters,
      @Value("${lexohub.mail.from:LexoHub <billing@lexohub.example>}") String from,
      @Value("${lexohub.public-url:http://localhost:8080}") String publicUrl) {
    return new SendEmailWorker(
        new Archive(eventStore, vault, documents),
        tokens,
        publicUrl,
        new Postman(sender, new LetterTemplates(), from, clock, Circuits.of("mail", meters)),
        new OutcomeRecorder(gateway, ACTOR));
  }

  @Bean
  Worker<MailBounce> bounceWorker(
      EventStore eventStore,
      PersonalDataVault vault,
      DocumentStore documents,
      CommandGateway gateway) {
    return new BounceWorker(
        new Archive(eventStore, vault, documents), new OutcomeRecorder(gateway, ACTOR));
  }
}
