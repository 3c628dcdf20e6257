package za.lexohub.domain.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.domain.matter.Matters.matter;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.numbering.NumberSequenceEvents.NumberAllocated;
import za.lexohub.messages.numbering.NumberSeries;
import za.lexohub.messages.practice.Bar;

class MatterOpeningTest {
  private final Books books = new Books();
  private final TenantId jhb = Samples.fresh("jhb");

  @Test
  void opensAMatterTogetherWithTheFirstReferenceOfItsBarAndYear() {
    TenantId cpt = Samples.fresh("cpt");
    Matters brief = matter().of(cpt);

    books
        .when(brief.open())
        .appends(
            new NumberAllocated(
                cpt + ":MATTER:2026",
                cpt,
                NumberSeries.MATTER,
                2026,
                1,
                "CPT/2026/001",
                brief.id().toString()),
            brief.opened("CPT/2026/001", Bar.CAPE_TOWN));
  }

  @Test
  void theNextMatterOfTheYearTakesTheNextReference() {
    Matters second = matter().of(jhb);

    books
        .after(matter().of(jhb).open())
        .when(second.open())
        .appends(
            new NumberAllocated(
                jhb + ":MATTER:2026",
                jhb,
                NumberSeries.MATTER,
                2026,
                2,
                "JHB/2026/002",
                second.id().toString()),
            second.opened("JHB/2026/002", Bar.JOHANNESBURG));
  }

  @Test
  void aNewYearBeginsAtOne() {
    Matters first = matter().of(jhb).openedOn(LocalDate.of(2027, 1, 1));

    books
        .after(matter().of(jhb).open())
        .when(first.open())
        .appends(
            new NumberAllocated(
                jhb + ":MATTER:2027",
                jhb,
                NumberSeries.MATTER,
                2027,
                1,
                "JHB/2027/001",
                first.id().toString()),
            first.opened("JHB/2027/001", Bar.JOHANNESBURG));
  }

  @Test
  void openingTheSameMatterAgainChangesNothingAndTakesNoReference() {
    Matters brief = matter().of(jhb);
    books.after(brief.open());

    books.when(brief.open()).changesNothing();
    books.when(brief.openedOn(LocalDate.of(2027, 1, 1)).open()).changesNothing();
    Matters next = matter().of(jhb);
    books.when(next.open()).events();
    assertThat(books.stream(next.id()))
        .containsExactly(next.opened("JHB/2026/002", Bar.JOHANNESBURG));
  }

  @Test
  void anotherTenantsMatterIsNotFoundAndTakesNoReference() {
    Matters brief = matter().of(jhb);

    books.after(brief.open()).when(brief.of(Samples.fresh("jhb")).open()).findsNothing();
  }

  @Test
  void aMatterThatShouldHaveAVersionAlreadyIsNotThere() {
    books.when(matter().of(jhb).open(), Map.of(MetadataKeys.EXPECTED_VERSION, "1")).findsNothing();
  }

  @Test
  void aTenantWithoutAPracticeOpensNothing() {
    books.when(matter().of(Samples.NOBODY).open()).isRefusedBy(Rule.PRACTICE_UNKNOWN);
  }
}
