package za.lexohub.messages.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.LazyDeserializingObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;
import za.lexohub.messages.DomainEvent;

/** The mechanism, on a vocabulary of its own: no release has revised an event of ours yet. */
class UpcastsTest {

  sealed interface Cases extends DomainEvent permits CaseFiled, CaseClosed {}

  record Fee(BigDecimal hours, long cents) {}

  /**
   * Revision 1 had {@code clerk} and the fee's parts side by side; 2 gathered them in {@code fee};
   * 3 called {@code clerk} {@code filedBy}.
   */
  @EventType(value = "CaseFiled", revision = 3)
  record CaseFiled(String court, Fee fee, String filedBy) implements Cases {}

  /** Until revision 1 it was called {@code CaseEnded}. */
  @EventType("CaseClosed")
  record CaseClosed(String reason) implements Cases {}

  static class CaseFiled1 implements Upcast {
    @Override
    public EventRevision from() {
      return new EventRevision("CaseFiled", 1);
    }

    @Override
    public void change(ObjectNode payload) {
      ObjectNode fee = payload.objectNode();
      fee.set("hours", payload.required("hours"));
      fee.set("cents", payload.required("cents"));
      payload.remove(List.of("hours", "cents"));
      payload.set("fee", fee);
    }
  }

  static class CaseFiled2 implements Upcast {
    @Override
    public EventRevision from() {
      return new EventRevision("CaseFiled", 2);
    }

    @Override
    public void change(ObjectNode payload) {
      payload.set("filedBy", payload.required("clerk"));
      payload.remove("clerk");
    }
  }

  static class CaseEnded1 implements Upcast {
    @Override
    public EventRevision from() {
      return new EventRevision("CaseEnded", 1);
    }

    @Override
    public EventRevision to() {
      return new EventRevision("CaseClosed", 1);
    }

    @Override
    public void change(ObjectNode payload) {
      if (!payload.has("reason")) {
        payload.put("reason", "not recorded");
      }
    }
  }

  private static final EventTypes TYPES = new EventTypes(List.of(Cases.class));
  private static final String OLDEST =
      "{\"court\":\"Gauteng\",\"hours\":3.50,\"cents\":250000,\"clerk\":\"Šimon\"}";
  private static final CaseFiled FILED =
      new CaseFiled("Gauteng", new Fee(new BigDecimal("3.50"), 250_000), "Šimon");

  private final Upcasts upcasts =
      new Upcasts(TYPES, List.of(new CaseFiled1(), new CaseFiled2(), new CaseEnded1()));
  private final EventSerializer serializer = new EventSerializer(TYPES, upcasts);
  private final UnreadableEvents unreadable = new UnreadableEvents(Clock.systemUTC());

  @Test
  void theOldestRevisionBecomesThePresentOne() {
    assertThat(read(OLDEST, "CaseFiled", "1")).isEqualTo(FILED);
  }

  @Test
  void aChainIsEnteredWhereTheEventStands() {
    String second =
        "{\"court\":\"Gauteng\",\"fee\":{\"hours\":3.50,\"cents\":250000},\"clerk\":\"Šimon\"}";

    assertThat(read(second, "CaseFiled", "2")).isEqualTo(FILED);
  }

  @Test
  void whatIsWrittenNowIsReadAsItIs() {
    byte[] written = serializer.serialize(FILED, byte[].class).getData();

    assertThat(read(new String(written, StandardCharsets.UTF_8), "CaseFiled", "3"))
        .isEqualTo(FILED);
  }

  @Test
  void aRenamedEventIsReadUnderItsPresentName() {
    assertThat(read("{}", "CaseEnded", "1")).isEqualTo(new CaseClosed("not recorded"));
    assertThat(present("{}", "CaseEnded", "1").getType().getName()).isEqualTo("CaseClosed");
  }

  @Test
  void theSerializerReadsOldRevisionsThatWereKeptElsewhere() {
    Object parked =
        serializer.deserialize(
            new SimpleSerializedObject<>(
                OLDEST.getBytes(StandardCharsets.UTF_8), byte[].class, "CaseFiled", "1"));

    assertThat(parked).isEqualTo(FILED);
  }

  @Test
  void readingTwiceReadsTheSame() {
    IntermediateEventRepresentation event = present(OLDEST, "CaseFiled", "1");

    assertThat(payload(event)).isEqualTo(payload(event)).isEqualTo(FILED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4", "0", "-1", "two", ""})
  void anUnknownRevisionStopsTheReaderAndSaysWhere(String revision) {
    assertThatThrownBy(() -> present(OLDEST, "CaseFiled", revision))
        .isInstanceOf(UnreadableEvent.class)
        .hasMessageStartingWith(
            "Position 17 of the log, Case c-1 at sequence 3, holds CaseFiled in revision "
                + revision
                + ". This release reads CaseFiled up to revision 3.")
        .hasMessageContaining("nothing is skipped");
  }

  @Test
  void anUnknownNameStopsTheReaderAndSaysWhere() {
    assertThatThrownBy(() -> present(OLDEST, "CaseLost", "1"))
        .isInstanceOf(UnreadableEvent.class)
        .hasMessageStartingWith(
            "Position 17 of the log, Case c-1 at sequence 3, holds CaseLost in revision 1. This"
                + " release does not know an event of that name.");
    assertThat(unreadable.lately())
        .hasValueSatisfying(met -> assertThat(met).hasMessageContaining("Position 17"));
  }

  @Test
  void aPayloadThatIsNotWhatItsRevisionSaysStopsTheReader() {
    assertThatThrownBy(() -> read("{\"court\":\"Gauteng\"}", "CaseFiled", "1"))
        .isInstanceOf(UnreadableEvent.class)
        .hasMessageContaining("Position 17 of the log")
        .hasMessageContaining(CaseFiled1.class.getName());
  }

  @Test
  void aGapStopsTheStart() {
    assertThatThrownBy(() -> new Upcasts(TYPES, List.of(new CaseFiled2())))
        .hasMessage(
            "this release writes CaseFiled in revision 3, but no upcast reads CaseFiled in revision"
                + " 1");
    assertThatThrownBy(() -> new Upcasts(TYPES, List.of(new CaseFiled1())))
        .hasMessage(
            "the upcasts from CaseFiled in revision 1 end at CaseFiled in revision 2: no upcast"
                + " reads that, and no release writes it");
  }

  @Test
  void twoUpcastsForOneStepStopTheStart() {
    List<Upcast> declared = List.of(new CaseFiled1(), new CaseFiled1(), new CaseFiled2());

    assertThatThrownBy(() -> new Upcasts(TYPES, declared))
        .hasMessageStartingWith("two upcasts read CaseFiled in revision 1: ");
  }

  @Test
  void aStepFromThePresentRevisionStopsTheStart() {
    assertThatThrownBy(() -> new Upcasts(TYPES, List.of(step("CaseClosed", 1, "CaseClosed", 2))))
        .hasMessageEndingWith("reads CaseClosed in revision 1, which is what this release writes");
  }

  @Test
  void aCircleStopsTheStart() {
    assertThatThrownBy(
            () ->
                new Upcasts(TYPES, List.of(step("Old", 1, "Older", 1), step("Older", 1, "Old", 1))))
        .hasMessage("the upcasts from Old in revision 1 go round in circles");
  }

  @Test
  void theProductsOwnChainsHold() {
    assertThatCode(() -> new Upcasts(new EventTypes())).doesNotThrowAnyException();
  }

  private static Upcast step(String from, int number, String to, int then) {
    return new Upcast() {
      @Override
      public EventRevision from() {
        return new EventRevision(from, number);
      }

      @Override
      public EventRevision to() {
        return new EventRevision(to, then);
      }

      @Override
      public void change(ObjectNode payload) {
        payload.put("changed", true);
      }
    };
  }

  private Object read(String payload, String type, String revision) {
    return payload(present(payload, type, revision));
  }

  /** As Axon does it. */
  private Object payload(IntermediateEventRepresentation event) {
    return new LazyDeserializingObject<>(event::getData, event.getType(), serializer).getObject();
  }

  private IntermediateEventRepresentation present(String payload, String type, String revision) {
    GenericDomainEventEntry<byte[]> stored =
        new GenericDomainEventEntry<>(
            "Case",
            "c-1",
            3,
            "e-1",
            Instant.EPOCH,
            type,
            revision,
            payload.getBytes(StandardCharsets.UTF_8),
            serializer.serialize(MetaData.emptyInstance(), byte[].class).getData());
    return new LogUpcaster(upcasts, unreadable)
        .upcast(
            Stream.of(
                new InitialEventRepresentation(
                    new TrackedDomainEventData<>(new GlobalSequenceTrackingToken(17), stored),
                    serializer)))
        .findFirst()
        .orElseThrow();
  }
}
