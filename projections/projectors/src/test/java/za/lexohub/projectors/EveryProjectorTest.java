package za.lexohub.projectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.junit.jupiter.api.Test;
import za.lexohub.readmodels.position.ReadModelGroups;

/** A rule about the tests of this module. */
class EveryProjectorTest {

  /** Tell a projector its events again, late and in other orders, and fail when that shows. */
  private static final Set<String> PROOFS =
      Set.of("assertNothingChangesWhenTheyComeAgain", "toldInEveryWay");

  private final JavaClasses classes =
      new ClassFileImporter().importPackages("za.lexohub.projectors");

  @Test
  void every_projector_is_told_its_events_twice_late_and_out_of_time() {
    Set<String> projectors =
        classes.stream()
            .filter(type -> type.isAnnotatedWith(ProcessingGroup.class))
            .filter(type -> !isTest(type))
            .map(JavaClass::getName)
            .collect(Collectors.toSet());
    Set<String> proven =
        classes.stream()
            .filter(EveryProjectorTest::proves)
            .flatMap(test -> test.getConstructorCallsFromSelf().stream())
            .map(call -> call.getTargetOwner().getName())
            .collect(Collectors.toSet());

    assertThat(projectors).hasSizeGreaterThan(20);
    assertThat(proven).containsAll(projectors);
  }

  @Test
  void every_projector_is_applied_in_batches() {
    Set<String> groups =
        classes.stream()
            .filter(type -> type.isAnnotatedWith(ProcessingGroup.class))
            .filter(type -> !isTest(type))
            .map(type -> type.getAnnotationOfType(ProcessingGroup.class).value())
            .collect(Collectors.toSet());

    assertThat(ReadModelGroups.all()).containsExactlyInAnyOrderElementsOf(groups);
  }

  private static boolean proves(JavaClass type) {
    return type.getMethodCallsFromSelf().stream()
        .anyMatch(call -> PROOFS.contains(call.getTarget().getName()));
  }

  /** It stands in another class, or was compiled elsewhere than the projectors. */
  private static boolean isTest(JavaClass type) {
    return type.getEnclosingClass().isPresent()
        || type.getSource().orElseThrow().getUri().toString().contains("test-classes");
  }
}
