package za.lexohub.processes.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.golden.GoldenLog;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfStored;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaPdfStored;
import za.lexohub.processes.storage.Rendering;

/**
 * Every paper that a past release has stored is set again from its log, to the bytes whose hash
 * that release recorded. A newer renderer makes other papers, and says so by its version.
 */
class GoldenPapersTest {

  private record Stored(
      TenantId tenant, String sha256, String version, Optional<Rendering> again) {}

  static Stream<GoldenLog> releases() throws IOException {
    return GoldenLog.ofEveryRelease();
  }

  @ParameterizedTest(name = "release {0}")
  @MethodSource("releases")
  void isSetAgainToTheSameBytes(GoldenLog log) throws IOException {
    PersonalDataVault vault = log.vault();
    List<DomainEventMessage<?>> before = new ArrayList<>();
    int papers = 0;
    for (DomainEventMessage<?> event : log.events()) {
      Optional<Stored> stored = stored(event, before, vault);
      if (stored.isPresent() && stored.get().version().equals(PdfRenderer.VERSION)) {
        Rendering again = stored.get().again().orElseThrow();
        assertThat(sha256(again.content()))
            .as("%s of %s", event.getPayloadType().getSimpleName(), event.getAggregateIdentifier())
            .isEqualTo(stored.get().sha256());
        papers++;
      }
      before.add(event);
    }
    assertThat(papers).isGreaterThan(5);
  }

  private static Optional<Stored> stored(
      DomainEventMessage<?> event, List<DomainEventMessage<?>> before, PersonalDataVault vault) {
    TenantId tenant = new TenantId((String) event.getMetaData().get(MetadataKeys.TENANT));
    PdfRenderer renderer = new PdfRenderer();
    return switch (event.getPayload()) {
      case InvoicePdfStored e ->
          Optional.of(
              new Stored(
                  tenant,
                  e.sha256(),
                  e.rendererVersion(),
                  new InvoiceFold(
                          holding(before), vault, new Brands(holding(before), new KeptLogos()))
                      .pending(tenant, e.invoiceId(), e.kind(), e.version())
                      .map(renderer::render)));
      case ProFormaPdfStored e ->
          Optional.of(
              new Stored(
                  tenant,
                  e.sha256(),
                  e.rendererVersion(),
                  new ProFormaFold(
                          holding(before), vault, new Brands(holding(before), new KeptLogos()))
                      .pending(tenant, e.proFormaId(), e.revision())
                      .map(renderer::render)));
      default -> Optional.empty();
    };
  }

  /** The log as it was when the paper was made. */
  private static EventStore holding(List<DomainEventMessage<?>> events) {
    InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
    engine.appendEvents(events);
    return EmbeddedEventStore.builder().storageEngine(engine).build();
  }

  private static String sha256(byte[] pdf) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
