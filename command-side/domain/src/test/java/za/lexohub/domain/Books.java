package za.lexohub.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import za.lexohub.domain.practice.Practices;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.VersionConflict;
import za.lexohub.messages.agreement.AgreementEvents;
import za.lexohub.messages.attachment.AttachmentEvents;
import za.lexohub.messages.batch.InvoiceBatchEvents;
import za.lexohub.messages.creditnote.CreditNoteEvents;
import za.lexohub.messages.dispute.PaymentDisputeEvents;
import za.lexohub.messages.erasure.ErasureEvents;
import za.lexohub.messages.erasure.FiledDocuments;
import za.lexohub.messages.invoice.InvoiceEvents;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.matter.MatterEvents;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.notification.InboxEvents;
import za.lexohub.messages.numbering.NumberSequenceEvents;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.PersonalDataKeys;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.practice.AdvocateEvents;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.proforma.ProFormaEvents;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConvertedToMatter;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDrafted;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.messages.ratecard.RateCardEvents;
import za.lexohub.messages.receipt.ReceiptEvents;
import za.lexohub.messages.retainer.RetainerEvents;
import za.lexohub.messages.scope.ScopeAmendmentEvents;
import za.lexohub.messages.trust.TrustAccountEvents;

/**
 * The whole domain as Spring wires it, over an event store in memory: given events, when a command,
 * then exactly these events in one append.
 */
public final class Books {
  private static final ConfigurableApplicationContext CONTEXT =
      new SpringApplicationBuilder(Wiring.class)
          .web(WebApplicationType.NONE)
          .properties(
              "axon.serializer.general=jackson3",
              "axon.update-check.disabled=true",
              "axon.axonserver.enabled=false",
              "logging.level.root=warn",
              "logging.level.org.axonframework.modelling.command.AbstractRepository=error",
              "lexohub.practices.jhb-configured.name=Adv T Mokoena",
              "lexohub.practices.jhb-configured.email=mokoena@example.org",
              "lexohub.practices.jhb-configured.address=Maisels Group, Sandton",
              "lexohub.practices.jhb-configured.practice-number=JHB1234",
              "lexohub.practices.jhb-configured.bar=JOHANNESBURG",
              "lexohub.practices.jhb-configured.vat-number=4123456789",
              "lexohub.practices.jhb-configured.vat-registered-from=2020-01-01")
          .run();

  private final CommandGateway commands = CONTEXT.getBean(CommandGateway.class);
  private final Log log = CONTEXT.getBean(Log.class);

  public static <T> T bean(Class<T> type) {
    return CONTEXT.getBean(type);
  }

  /** Appends events to the streams they name, as of a day before all that is asked about. */
  public Books given(Object... events) {
    return givenOn(LocalDate.of(2026, 8, 3), events);
  }

  /** Appends events to the streams they name, in the first moment of that day in Johannesburg. */
  public Books givenOn(LocalDate day, Object... events) {
    Instant at = BusinessTime.startOf(day);
    Map<String, Long> next = new LinkedHashMap<>();
    List<DomainEventMessage<?>> messages = new ArrayList<>();
    for (Object event : events) {
      String id = streamOf(event);
      long sequence = next.computeIfAbsent(id, it -> log.lastSequenceNumberFor(it).orElse(-1L) + 1);
      messages.add(
          new GenericDomainEventMessage<>(
              "given",
              id,
              sequence,
              event,
              MetaData.emptyInstance(),
              UUID.randomUUID().toString(),
              at));
      next.put(id, sequence + 1);
    }
    log.appendEvents(messages);
    return this;
  }

  /** Runs a command that has to be accepted, and goes on. */
  public Books after(TenantCommand command) {
    commands.sendAndWait(command);
    return this;
  }

  public Outcome when(TenantCommand command) {
    return when(command, Map.of());
  }

  public Outcome when(TenantCommand command, Map<String, String> metadata) {
    int before = log.appends.size();
    Throwable refusal =
        catchThrowable(
            () ->
                commands.sendAndWait(
                    GenericCommandMessage.asCommandMessage(command).withMetaData(metadata)));
    return new Outcome(refusal, List.copyOf(log.appends.subList(before, log.appends.size())));
  }

  /** What a stream tells, in its order. */
  public List<Object> stream(Object id) {
    List<Object> events = new ArrayList<>();
    log.readEvents(id.toString()).forEachRemaining(message -> events.add(message.getPayload()));
    return events;
  }

  private static String streamOf(Object event) {
    return switch (event) {
      case MatterEvents it -> it.matterId().toString();
      case ProFormaEvents it -> it.proFormaId().toString();
      case InvoiceEvents it -> it.invoiceId().toString();
      case NumberSequenceEvents it -> it.sequenceId();
      case InvoiceBatchEvents it -> it.batchId().toString();
      case RateCardEvents it -> it.rateCardId().toString();
      case ErasureEvents it -> it.personalFileId().toString();
      case CreditNoteEvents it -> it.creditNoteId().toString();
      case PaymentDisputeEvents it -> it.disputeId().toString();
      case ReceiptEvents it -> it.receiptId().toString();
      case AttachmentEvents it -> it.attachmentId().toString();
      case AgreementEvents it -> it.agreementId().toString();
      case ScopeAmendmentEvents it -> it.amendmentId().toString();
      case InboxEvents it -> it.inboxId().toString();
      case AdvocateEvents it -> it.advocateId().toString();
      case RetainerEvents it -> it.retainerId().toString();
      case TrustAccountEvents it -> it.trustAccountId().toString();
      default -> throw new IllegalArgumentException("no stream of " + event);
    };
  }

  /** What came of a command. */
  public record Outcome(Throwable refusal, List<List<Object>> appends) {

    /** Exactly these events, in this order, in one append. */
    public void appends(Object... events) {
      assertThat(refusal).isNull();
      assertThat(appends).containsExactly(List.of(events));
    }

    public List<Object> events() {
      assertThat(refusal).isNull();
      assertThat(appends).hasSizeLessThanOrEqualTo(1);
      return appends.isEmpty() ? List.of() : appends.get(0);
    }

    public void changesNothing() {
      assertThat(refusal).isNull();
      assertThat(appends).isEmpty();
    }

    public void isRefusedBy(Rule rule) {
      assertThat(refusal)
          .isInstanceOfSatisfying(
              RuleViolated.class, violated -> assertThat(violated.rule()).isEqualTo(rule));
      assertThat(appends).isEmpty();
    }

    public void findsNothing() {
      assertThat(refusal).isInstanceOf(NotFound.class);
      assertThat(appends).isEmpty();
    }

    public void conflictsWithVersion(long actual) {
      assertThat(refusal)
          .isInstanceOfSatisfying(
              VersionConflict.class, conflict -> assertThat(conflict.actual()).isEqualTo(actual));
      assertThat(appends).isEmpty();
    }
  }

  /** Finds a stream without a look at all the others, of which random histories leave thousands. */
  private static final class Log extends InMemoryEventStorageEngine {
    private final List<List<Object>> appends = new ArrayList<>();
    private final Map<String, List<DomainEventMessage<?>>> streams = new HashMap<>();

    @Override
    public synchronized void appendEvents(List<? extends EventMessage<?>> events) {
      super.appendEvents(events);
      appends.add(events.stream().<Object>map(EventMessage::getPayload).toList());
      for (EventMessage<?> event : events) {
        DomainEventMessage<?> message = (DomainEventMessage<?>) event;
        streams
            .computeIfAbsent(message.getAggregateIdentifier(), id -> new ArrayList<>())
            .add(message);
      }
    }

    @Override
    public synchronized DomainEventStream readEvents(String id, long firstSequenceNumber) {
      return DomainEventStream.of(
          streams.getOrDefault(id, List.of()).stream()
              .filter(message -> message.getSequenceNumber() >= firstSequenceNumber)
              .toList());
    }
  }

  /** Whose keys were destroyed, and whether some node may still hold one. */
  public static final class RecordedKeys implements PersonalDataKeys {
    public final List<UUID> destroyed = new ArrayList<>();
    public boolean goneEverywhere = true;

    @Override
    public boolean destroy(TenantId tenant, Collection<UUID> subjectIds) {
      destroyed.addAll(subjectIds);
      return goneEverywhere;
    }
  }

  /** What was drafted on a matter, of which one may be committed only after the first look. */
  public static final class Drafts implements FiledDocuments {
    private final Log log;
    public @Nullable ProFormaId late;

    private Drafts(Log log) {
      this.log = log;
    }

    @Override
    public List<ProFormaId> proFormasOn(TenantId tenant, MatterId matter) {
      ProFormaId notYet = late;
      late = null;
      return events()
          .map(
              event ->
                  switch (event) {
                    case ProFormaDrafted it when matter.equals(it.matterId()) -> it.proFormaId();
                    case ProFormaConvertedToMatter it when matter.equals(it.matterId()) ->
                        it.proFormaId();
                    default -> null;
                  })
          .filter(Objects::nonNull)
          .distinct()
          .filter(id -> !id.equals(notYet))
          .toList();
    }

    @Override
    public List<InvoiceId> invoicesOn(TenantId tenant, MatterId matter) {
      return events()
          .filter(event -> event instanceof InvoiceGenerated it && matter.equals(it.matterId()))
          .map(event -> ((InvoiceGenerated) event).invoiceId())
          .toList();
    }

    private Stream<Object> events() {
      return List.copyOf(log.appends).stream().flatMap(List::stream);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({DomainConfiguration.class, FiledMoney.class})
  static class Wiring {

    @Bean
    EventStorageEngine eventStorageEngine() {
      return new Log();
    }

    /** Whatever is kept of an aggregate beside the log, a specification decides on the log. */
    @Bean
    Cache aggregateCache() {
      return NoCache.INSTANCE;
    }

    @Bean
    @Primary
    Practices samplePractices() {
      return Samples.PRACTICES;
    }

    @Bean
    Drafts filedDocuments(EventStorageEngine log) {
      return new Drafts((Log) log);
    }

    @Bean
    RecordedKeys keys() {
      return new RecordedKeys();
    }

    @Bean
    PersonalDataVault vault() {
      return new PersonalDataVault() {
        private final Map<PersonalData, Object> plain = new ConcurrentHashMap<>();

        @Override
        public PersonalData seal(TenantId tenant, UUID subjectId, Object value) {
          PersonalData sealed = Samples.sealed(value.toString());
          plain.put(sealed, value);
          return sealed;
        }

        @Override
        public <T> Optional<T> open(TenantId tenant, PersonalData sealed, Class<T> type) {
          return Optional.ofNullable(plain.get(sealed)).map(type::cast);
        }
      };
    }
  }
}
