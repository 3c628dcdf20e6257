package za.lexohub.messages.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.Bookkeeping;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PersonalData;

/** {@code docs/events.md} is made of the register; {@code -Ddocs.write} writes it anew. */
class EventCatalogueTest {
  private static final Path COMMITTED = Path.of("../../docs/events.md");

  @Test
  void theCatalogueListsEveryEventAsItsRecordHasIt() throws IOException {
    String catalogue = catalogue();
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(COMMITTED, catalogue);
    }

    assertThat(catalogue)
        .as("the events have changed: write the catalogue anew with -Ddocs.write=true")
        .isEqualTo(Files.readString(COMMITTED));
  }

  @Test
  void theCatalogueLinksOnlyToSchemasThatAreThere() {
    for (Class<?> event : new EventTypes().events()) {
      assertThat(COMMITTED.resolveSibling(schema(event))).exists();
    }
  }

  private static String catalogue() {
    StringBuilder text =
        new StringBuilder(
            """
            # Events

            Everything that the log can say, by aggregate, in the order of its life. This page is made of the records
            themselves (`EventCatalogueTest`); what each event means stands above its record. The number is the present
            revision and leads to its schema; earlier revisions are read as the present one.

            `?` may be absent. **Bold** is sealed: personal data, which the log holds encrypted and erasure makes
            unreadable. *Bookkeeping* events move the version and are no conflict for whoever read the aggregate before.
            """);
    vocabularies().forEach(vocabulary -> append(text, vocabulary));
    return text.toString();
  }

  private static List<Class<?>> vocabularies() {
    return StreamSupport.stream(new EventTypes().events().spliterator(), false)
        .<Class<?>>map(EventCatalogueTest::vocabulary)
        .distinct()
        .sorted(Comparator.comparing(Class::getSimpleName))
        .toList();
  }

  private static Class<?> vocabulary(Class<?> event) {
    return Arrays.stream(event.getInterfaces())
        .filter(DomainEvent.class::isAssignableFrom)
        .filter(Class::isSealed)
        .findFirst()
        .orElseThrow();
  }

  private static void append(StringBuilder text, Class<?> vocabulary) {
    text.append("\n## ")
        .append(vocabulary.getSimpleName().replaceAll("Events$", ""))
        .append("\n\n| event | | fields |\n|---|---|---|\n");
    for (Class<?> event : vocabulary.getPermittedSubclasses()) {
      EventType type = event.getAnnotation(EventType.class);
      text.append("| `%s` | [%d](%s)".formatted(type.value(), type.revision(), schema(event)))
          .append(Bookkeeping.class.isAssignableFrom(event) ? " *bookkeeping* | " : " | ")
          .append(
              Arrays.stream(event.getRecordComponents())
                  .map(EventCatalogueTest::field)
                  .collect(Collectors.joining(", ")))
          .append(" |\n");
    }
  }

  private static String schema(Class<?> event) {
    EventType type = event.getAnnotation(EventType.class);
    return "schemas/" + EventSchemas.fileName(type.value(), type.revision());
  }

  private static String field(RecordComponent field) {
    boolean sealed = field.getType() == PersonalData.class || field.getType() == Party.class;
    String name = sealed ? "**" + field.getName() + "**" : field.getName();
    boolean absent = field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    return name + " " + type(field.getGenericType()) + (absent ? "?" : "");
  }

  private static String type(Type type) {
    return switch (type) {
      case ParameterizedType list ->
          Arrays.stream(list.getActualTypeArguments())
              .map(EventCatalogueTest::type)
              .collect(Collectors.joining(", ", "list of ", ""));
      case Class<?> simple -> simple.getSimpleName();
      default -> type.getTypeName();
    };
  }
}
