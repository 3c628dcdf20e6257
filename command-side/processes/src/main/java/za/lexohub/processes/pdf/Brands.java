package za.lexohub.processes.pdf;

import java.awt.Color;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.document.Logos;
import za.lexohub.messages.practice.AdvocateEvents.BrandingSet;
import za.lexohub.messages.practice.AdvocateId;
import za.lexohub.messages.practice.Contrast;

/**
 * How a practice's papers looked at a moment of the past: a paper that is set again takes the logo
 * and the colour of its own time. A logo lies under the hash of its bytes and never changes.
 */
final class Brands {

  private final EventStore eventStore;
  private final Logos logos;

  Brands(EventStore eventStore, Logos logos) {
    this.eventStore = eventStore;
    this.logos = logos;
  }

  /**
   * The last choice that was made up to then.
   *
   * @throws za.lexohub.messages.document.Documents.DocumentsUnavailable when the logo cannot be
   *     read now; that may pass
   */
  Brand at(TenantId tenant, Instant moment) {
    return eventStore
        .readEvents(AdvocateId.of(tenant).toString(), 0)
        .asStream()
        .filter(message -> !message.getTimestamp().isAfter(moment))
        .flatMap(message -> Optional.of((Object) message.getPayload()).stream())
        .filter(BrandingSet.class::isInstance)
        .map(BrandingSet.class::cast)
        .reduce((before, after) -> after)
        .map(chosen -> brand(tenant, chosen))
        .orElse(Brand.HOUSE);
  }

  private Brand brand(TenantId tenant, BrandingSet chosen) {
    String logo = chosen.logoSha256();
    String colour = readable(chosen.colour());
    return logo == null && colour == null
        ? Brand.HOUSE
        : Brand.of(
            colour == null ? null : Color.decode(colour),
            logo == null ? null : logos.read(tenant, logo),
            "logo " + logo + "\ncolour " + colour);
  }

  /** One that was chosen before its contrast was asked for may be too pale to be read. */
  private static @Nullable String readable(@Nullable String colour) {
    return colour != null && Contrast.onWhite(colour).isReadable() ? colour : null;
  }
}
