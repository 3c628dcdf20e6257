package za.lexohub.audit.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import za.lexohub.audit.AuditTrail.Change;

class DifferenceTest {

  @Test
  void onlyWhatDiffersIsNamedAndAsDeepAsItLies() {
    Map<String, Object> before = Map.of("a", 1, "in", Map.of("x", 1, "y", 2), "l", List.of(1, 2));
    Map<String, Object> after = Map.of("a", 1, "in", Map.of("x", 1, "y", 3), "l", List.of(1, 4, 5));

    assertThat(Difference.between(before, after))
        .containsExactlyInAnyOrder(
            new Change("/in/y", 2, 3), new Change("/l/1", 2, 4), new Change("/l/2", null, 5));
  }

  @Test
  void whatComesOrGoesIsOneChange() {
    Map<String, Object> party = Map.of("name", "Nomvula");
    Map<String, Object> gone = new HashMap<>();
    gone.put("party", null);

    assertThat(Difference.between(Map.of(), Map.of("party", party)))
        .containsExactly(new Change("/party", null, party));
    assertThat(Difference.between(Map.of("party", party), gone))
        .containsExactly(new Change("/party", party, null));
  }

  @Test
  void namesAreEscapedAsPointersWantIt() {
    assertThat(Difference.between(Map.of(), Map.of("a/b~c", 1)))
        .containsExactly(new Change("/a~1b~0c", null, 1));
  }

  @Test
  void nothingIsNoChange() {
    assertThat(Difference.between(Map.of("a", List.of(1)), Map.of("a", List.of(1)))).isEmpty();
  }
}
