package za.lexohub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;

class TimeOrderedIdentifiersTest {

  @Test
  void axonNamesItsMessagesByThem() {
    assertThat(IdentifierFactory.getInstance()).isInstanceOf(TimeOrderedIdentifiers.class);
    assertThat(UUID.fromString(new GenericEventMessage<>("any").getIdentifier()).version())
        .isEqualTo(7);
  }

  @Test
  void theyGrowAndAreUnique() {
    List<String> thousand =
        Stream.generate(IdentifierFactory.getInstance()::generateIdentifier).limit(1000).toList();
    assertThat(thousand).isSorted().doesNotHaveDuplicates();
  }
}
