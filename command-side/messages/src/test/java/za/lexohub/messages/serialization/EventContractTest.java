package za.lexohub.messages.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.matter.MatterEvents.MatterResumed;

/**
 * What a release has written every later one reads. A file under {@code golden/} is never changed
 * or removed: a new shape takes a new revision, a new file, and an upcaster from the old one.
 * {@code -Dgolden.write} writes the files that are missing, and only those.
 */
class EventContractTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  private final EventSerializer serializer = new EventSerializer(new EventTypes());

  static Stream<Class<?>> events() {
    return StreamSupport.stream(new EventTypes().events().spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("events")
  void isWrittenAsItsGoldenFileHasIt(Class<?> event) throws IOException {
    SerializedObject<byte[]> written = serializer.serialize(Samples.of(event), byte[].class);

    assertThat(new String(written.getData(), StandardCharsets.UTF_8)).isEqualTo(golden(event));
  }

  @ParameterizedTest
  @MethodSource("events")
  void isReadFromItsGoldenFile(Class<?> event) throws IOException {
    EventType type = event.getAnnotation(EventType.class);

    Object read =
        serializer.deserialize(
            stored(golden(event), type.value(), Integer.toString(type.revision())));

    assertThat(read).isEqualTo(Samples.of(event));
  }

  static Stream<Path> goldens() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      return files.sorted().toList().stream();
    }
  }

  /** Of whatever revision: an older one becomes a present event. */
  @ParameterizedTest
  @MethodSource("goldens")
  void everyGoldenFileIsRead(Path golden) throws IOException {
    String[] name = golden.getFileName().toString().replace(".json", "").split("-", 2);

    Object read = serializer.deserialize(stored(Files.readString(golden), name[0], name[1]));

    assertThat(read).isInstanceOf(DomainEvent.class);
  }

  @Test
  void metadataComesBackAsItWas() {
    MetaData metadata = MetaData.from(Map.of("tenant", "thandi", "correlationId", "c-1"));

    assertThat(this.<byte[], MetaData>read(serializer.serialize(metadata, byte[].class)))
        .isEqualTo(metadata);
  }

  @Test
  void anUnknownNameStopsTheReader() {
    assertThatThrownBy(() -> serializer.classForType(stored("{}", "MatterLost", "1").getType()))
        .isInstanceOf(UnreadableEvent.class)
        .hasMessageContaining("MatterLost in revision 1")
        .hasMessageContaining("does not know an event of that name");
  }

  @Test
  void anUnknownRevisionStopsTheReader() {
    assertThatThrownBy(() -> serializer.classForType(stored("{}", "MatterResumed", "9").getType()))
        .isInstanceOf(UnreadableEvent.class)
        .hasMessageContaining("MatterResumed in revision 9")
        .hasMessageContaining("reads MatterResumed up to revision 1");
  }

  @Test
  void anUnknownFieldStopsTheReader() {
    String json = "{\"matterId\":\"7f1de7a4-3b5e-3c33-a4b6-9f6ee0f50b4e\",\"because\":\"it can\"}";

    assertThatThrownBy(() -> serializer.deserialize(stored(json, "MatterResumed", "1")))
        .hasMessageContaining("deserializing");
  }

  @Test
  void twoEventsOfOneNameStopTheStart() {
    assertThatThrownBy(() -> new EventTypes(java.util.List.of(Twins.class)))
        .hasMessageContaining("two events are named MatterResumed");
  }

  @Test
  void anEventWithoutANameStopsTheStart() {
    assertThatThrownBy(() -> new EventTypes(java.util.List.of(Nameless.class)))
        .hasMessageContaining("no @EventType");
  }

  private <S, T> T read(SerializedObject<S> object) {
    return serializer.deserialize(object);
  }

  private static SerializedObject<byte[]> stored(String json, String name, String revision) {
    return new SimpleSerializedObject<>(
        json.getBytes(StandardCharsets.UTF_8), byte[].class, name, revision);
  }

  private String golden(Class<?> event) throws IOException {
    EventType type = event.getAnnotation(EventType.class);
    Path file = GOLDEN.resolve(type.value() + "-" + type.revision() + ".json");
    if (Boolean.getBoolean("golden.write") && !Files.exists(file)) {
      Files.createDirectories(GOLDEN);
      Files.write(file, serializer.serialize(Samples.of(event), byte[].class).getData());
    }
    assertThat(file).exists();
    return Files.readString(file);
  }

  sealed interface Twins extends DomainEvent permits Twin, OtherTwin {}

  @EventType("MatterResumed")
  record Twin() implements Twins {}

  @EventType("MatterResumed")
  record OtherTwin() implements Twins {}

  sealed interface Nameless extends DomainEvent permits WithoutName {}

  record WithoutName(MatterResumed event) implements Nameless {}
}
