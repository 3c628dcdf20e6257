package za.lexohub.processes.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is promised to who listens. {@code -Dschemas.write} writes the schemas that are missing, and
 * only those.
 */
class AnnouncementTest {

  private static final Path RULES = Path.of("../../infra-terraform/modules/events/main.tf");

  @ParameterizedTest
  @EnumSource
  void its_schema_is_published_as_its_record_has_it(Announcement announcement) throws IOException {
    Path file = PublishedSchemas.FOLDER.resolve(announcement.schemaFile());
    if (Boolean.getBoolean("schemas.write") && !Files.exists(file)) {
      Files.createDirectories(PublishedSchemas.FOLDER);
      Files.writeString(file, PublishedSchemas.derived(announcement));
    }

    assertThat(file).exists().content().isEqualTo(PublishedSchemas.derived(announcement));
  }

  @ParameterizedTest
  @EnumSource
  void it_tells_no_text_but_numbers_that_we_gave(Announcement announcement) {
    assertThat(announcement.data().getRecordComponents())
        .filteredOn(component -> component.getType() == String.class)
        .extracting(RecordComponent::getName)
        .isSubsetOf("invoiceNumber", "noteNumber");
  }

  @ParameterizedTest
  @EnumSource
  void a_rule_of_the_bus_on_aws_matches_it(Announcement announcement) throws IOException {
    Matcher rule =
        Pattern.compile(
                "sources = \\[\"%s\"\\], types = \\[([^]]*)\\]".formatted(source(announcement)))
            .matcher(Files.readString(RULES));

    assertThat(rule.find()).as("no rule for %s", source(announcement)).isTrue();
    assertThat(rule.group(1)).contains("\"" + announcement.detailType() + "\"");
  }

  private static String source(Announcement announcement) {
    return announcement.source().onTheBus();
  }

  @Test
  void nothing_is_published_that_is_not_told() throws IOException {
    Set<String> files;
    try (Stream<Path> folder = Files.list(PublishedSchemas.FOLDER)) {
      files = folder.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }

    assertThat(files)
        .isEqualTo(
            Arrays.stream(Announcement.values())
                .map(Announcement::schemaFile)
                .collect(Collectors.toSet()));
  }
}
