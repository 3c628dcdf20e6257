package za.lexohub;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.web.bind.annotation.RestController;

/** The arrows of the house that Maven cannot see. */
@AnalyzeClasses(packages = "za.lexohub", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule theEdgeKnowsNoModuleOfTheCommandSide =
      noClasses()
          .that()
          .resideInAPackage("za.lexohub.api..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "za.lexohub.eventstore..",
              "za.lexohub.vault..",
              "za.lexohub.domain..",
              "za.lexohub.processes..",
              "za.lexohub.projectors..",
              "za.lexohub.embedded..",
              "za.lexohub.verifier..",
              "za.lexohub.audit.*..",
              "za.lexohub.sessions.*..")
          .because("the edge speaks in messages; only the main class names configurations");

  @ArchTest
  static final ArchRule theMainClassNamesOnlyConfigurations =
      noClasses()
          .that()
          .resideInAPackage("za.lexohub")
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "are more than a module's configuration",
                  c ->
                      c.getPackageName()
                              .matches(
                                  "za\\.lexohub\\.(eventstore|vault|domain|processes|projectors|audit|verifier|sessions)(\\..*)?")
                          && !c.getSimpleName().equals("AuditCommand")
                          && !c.getSimpleName().endsWith("Configuration")))
          .because("what a module is made of is its own affair");

  @ArchTest
  static final ArchRule theAuditTrustsTheLogAlone =
      noClasses()
          .that()
          .resideInAPackage("za.lexohub.audit..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "za.lexohub.processes..",
              "za.lexohub.projectors..",
              "za.lexohub.readmodels..",
              "za.lexohub.query..",
              "za.lexohub.api..",
              "org.springframework.web..",
              "org.springframework.http..",
              "jakarta.servlet..")
          .because("what checks the read models and the edge must not be made of them");

  @ArchTest
  static final ArchRule theTreeKnowsNothingButArithmetic =
      classes()
          .that()
          .resideInAPackage("za.lexohub.audit.tlog")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "za.lexohub.audit.tlog")
          .because("a proof is a calculation");

  @ArchTest
  static final ArchRule theEdgeTouchesNoStore =
      noClasses()
          .that()
          .resideInAPackage("za.lexohub.api..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javax.sql..",
              "org.springframework.jdbc..",
              "redis.clients..",
              "org.opensearch..",
              "software.amazon..")
          .because("a question goes through query-side, a change through a command");

  @ArchTest
  static final ArchRule controllersDoNotReachBehindTheQueries =
      noClasses()
          .that()
          .areAnnotatedWith(RestController.class)
          .should()
          .dependOnClassesThat()
          .haveSimpleNameEndingWith("Views")
          .because("only query-side knows how fresh a read model is");

  @ArchTest
  static final ArchRule featuresOfTheEdgeAreNoKnot =
      slices()
          .matching("za.lexohub.api.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a feature that can be read alone can be changed alone");

  @ArchTest
  static final ArchRule theDomainKnowsNoWeb =
      noClasses()
          .that()
          .resideInAnyPackage("za.lexohub.domain..", "za.lexohub.messages..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework.web..", "org.springframework.http..", "jakarta.servlet..")
          .because("what may happen does not depend on who asks how")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule theAuditFoldsTheLogByItself =
      noClasses()
          .that()
          .resideInAPackage("za.lexohub.audit..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "za.lexohub.processes..",
              "za.lexohub.projectors..",
              "za.lexohub.readmodels..",
              "za.lexohub.query..",
              "za.lexohub.api..",
              "org.springframework.web..",
              "org.springframework.http..",
              "jakarta.servlet..")
          .because("a second opinion that shares code with the first is none");

  @ArchTest
  static final ArchRule theVerifierTrustsNobody =
      noClasses()
          .that()
          .resideInAPackage("za.lexohub.verifier..")
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "are not of the JDK or its own",
                  c ->
                      !c.getPackageName().startsWith("java")
                          && !c.getPackageName().startsWith("za.lexohub.verifier")
                          && !c.isPrimitive()
                          && !c.isArray()
                          && !c.getPackageName().equals("org.jspecify.annotations")))
          .because("who checks us must not need us");

  @ArchTest
  static final ArchRule everyControllerChoosesItsRole =
      classes()
          .that()
          .areAnnotatedWith(RestController.class)
          .and()
          .resideOutsideOfPackage("za.lexohub.api.problem")
          .should()
          .beAnnotatedWith("za.lexohub.role.CommandRole")
          .orShould()
          .beAnnotatedWith("za.lexohub.role.QueryRole")
          .because("a process serves what its roles say and nothing else");

  @ArchTest
  static final ArchRule onlyOneDoorLeadsToTheSearchStore =
      noClasses()
          .that()
          .resideInAPackage("za.lexohub.query..")
          .and()
          .doNotHaveFullyQualifiedName("za.lexohub.query.search.TenantSearch")
          .and()
          .doNotHaveFullyQualifiedName("za.lexohub.query.search.SearchQueryConfiguration")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.opensearch.client.opensearch.OpenSearchClient")
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("org.opensearch.client.transport..")
          .because("what asks without it could forget the tenant");

  @ArchTest
  static final ArchRule whatWritesReadModelsReachesNobodyElse =
      noClasses()
          .that()
          .resideInAPackage("za.lexohub.projectors..")
          .and()
          .resideOutsideOfPackage("za.lexohub.projectors.operations..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.axonframework.commandhandling..",
              "org.axonframework.deadline..",
              "software.amazon..",
              "jakarta.mail..",
              "org.springframework.mail..",
              "org.springframework.web..",
              "java.net.http..",
              "za.lexohub.processes..")
          .because("a replay or a rebuild that could send something would send it again");
}
