package za.lexohub.benchmarks.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePaid;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.PersonalDataVault;

class LivesTest {

  private final Lives lives =
      new Lives(
          new PersonalDataVault() {
            @Override
            public PersonalData seal(TenantId tenant, UUID subjectId, Object plain) {
              return new PersonalData(subjectId, subjectId, "", "");
            }

            @Override
            public <T> Optional<T> open(TenantId tenant, PersonalData sealed, Class<T> type) {
              return Optional.empty();
            }
          },
          3);

  @Test
  void eachAggregateCountsItsEventsFromZeroWithoutAHole() {
    Map<String, List<Long>> sequences =
        lives.next(40 * Lives.EVENTS).stream()
            .collect(
                Collectors.groupingBy(
                    DomainEventMessage::getAggregateIdentifier,
                    Collectors.mapping(
                        DomainEventMessage::getSequenceNumber, Collectors.toList())));

    sequences.forEach(
        (aggregate, numbers) -> {
          for (int i = 0; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).as(aggregate).isEqualTo(i);
          }
        });
  }

  @Test
  void mattersOfAllPracticesGoOnSideBySideAndEndPaid() {
    List<DomainEventMessage<?>> events = lives.next(200 * Lives.EVENTS);

    Set<Object> tenants =
        events.stream()
            .map(event -> event.getMetaData().get(MetadataKeys.TENANT))
            .collect(Collectors.toSet());
    assertThat(tenants).hasSize(3);
    assertThat(events.subList(0, Lives.EVENTS))
        .extracting(DomainEventMessage::getAggregateIdentifier)
        .doesNotHaveDuplicates();
    assertThat(events)
        .filteredOn(e -> e.getPayload() instanceof InvoicePaid)
        .hasSizeGreaterThan(100);
  }
}
