package za.lexohub.processes.pdf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfFailed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfStored;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.processes.invoice.InvoiceContent;

/**
 * One rendering of an invoice as its events tell it: what the invoice was up to the first request,
 * and whether the request was answered after it.
 */
final class InvoiceRequest {

  private final PdfKind kind;
  private final int version;
  private final InvoiceContent content = new InvoiceContent();
  private final List<Object> past = new ArrayList<>();
  private @Nullable Instant originalAt;
  private @Nullable String originalVersion;
  private @Nullable String storedVersion;
  private @Nullable Instant requestedAt;
  private boolean settled;

  InvoiceRequest(PdfKind kind, int version) {
    this.kind = kind;
    this.version = version;
  }

  void on(DomainEventMessage<?> message) {
    if (requestedAt == null) {
      content.on(message.getPayload());
      past.add(message.getPayload());
      if (originalAt == null
          && message.getPayload() instanceof InvoicePdfRequested e
          && e.kind() == PdfKind.ORIGINAL) {
        originalAt = message.getTimestamp();
      }
    }
    switch (message.getPayload()) {
      case InvoicePdfRequested e when e.kind() == kind && e.version() == version -> {
        settled = false;
        if (requestedAt == null) {
          requestedAt = message.getTimestamp();
        }
      }
      case InvoicePdfStored e when e.kind() == kind && e.version() == version -> {
        settled = true;
        storedVersion = e.rendererVersion();
      }
      case InvoicePdfStored e when e.kind() == PdfKind.ORIGINAL ->
          originalVersion = e.rendererVersion();
      case InvoicePdfFailed e when e.kind() == kind && e.version() == version -> settled = true;
      default -> {
        // says nothing about this rendering
      }
    }
  }

  /** Asked for by this tenant, and neither stored nor given up since. */
  boolean isPending(TenantId tenant) {
    return content.belongsTo(tenant) && requestedAt != null && !settled;
  }

  InvoiceContent content() {
    return content;
  }

  /** The events of one type before the request, in their order. */
  <E> List<E> past(Class<E> type) {
    return past.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /**
   * What the paper looks like: a copy like its original, all others as was chosen on their day. One
   * that was stored before papers took a practice's look keeps the house's.
   */
  Brand brand(Brands brands, TenantId tenant) {
    boolean copy = kind == PdfKind.COPY;
    String version = storedVersion == null && copy ? originalVersion : storedVersion;
    if (version != null && PdfRenderer.isPlain(version)) {
      return Brand.HOUSE;
    }
    return brands.at(tenant, copy && originalAt != null ? originalAt : requestedAt());
  }

  /** Of the first request. */
  Instant requestedAt() {
    if (requestedAt == null) {
      throw new IllegalStateException("the rendering was never requested");
    }
    return requestedAt;
  }
}
