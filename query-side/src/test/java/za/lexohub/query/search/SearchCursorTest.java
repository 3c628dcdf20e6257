package za.lexohub.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static za.lexohub.query.search.SearchCursor.question;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import za.lexohub.query.search.SearchCursor.Source;
import za.lexohub.readmodels.paging.Range;
import za.lexohub.readmodels.search.SearchFilters;
import za.lexohub.readmodels.search.SearchOrder;

class SearchCursorTest {

  private final String question = question(Source.INDEX, "adv-1", asked("naidoo"));

  @Test
  void comes_back_as_it_went_out() {
    SearchCursor cursor = new SearchCursor("12.345678", "id-1", question);

    assertThat(SearchCursor.parse(cursor.toString(), question)).isEqualTo(cursor);
    assertThat(SearchCursor.score(cursor.value())).isEqualTo(12.345678);
  }

  @Test
  void belongs_to_one_question_whatever_the_order_of_its_parts() {
    SearchQuestion asked =
        asked(Set.of(DocumentType.INVOICE, DocumentType.MATTER), Set.of("PAID", "SENT"));
    assertThat(question(Source.INDEX, "a", asked))
        .isEqualTo(
            question(
                Source.INDEX,
                "a",
                asked(Set.of(DocumentType.MATTER, DocumentType.INVOICE), Set.of("SENT", "PAID"))))
        .isNotEqualTo(question(Source.INDEX, "b", asked))
        .isNotEqualTo(question(Source.TABLES, "a", asked))
        .isNotEqualTo(
            question(Source.INDEX, "a", asked(Set.of(DocumentType.MATTER), Set.of("PAID"))))
        .isNotEqualTo(question(Source.INDEX, "a", asked(asked.types(), Set.of("PAID"))));
  }

  @Test
  void is_refused_by_another_question_and_by_the_other_source() {
    String cursor = new SearchCursor("1", "id-1", question).toString();

    for (String other :
        List.of(
            question(Source.INDEX, "adv-2", asked("naidoo")),
            question(Source.INDEX, "adv-1", asked("botha")),
            question(Source.TABLES, "adv-1", asked("naidoo")))) {
      assertThatThrownBy(() -> SearchCursor.parse(cursor, other))
          .isInstanceOfSatisfying(
              InvalidSearch.class, e -> assertThat(e.parameter()).isEqualTo("cursor"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%%%", "bm9wZQ", "1|id|x|y"})
  void is_refused_when_it_is_not_one_of_ours(String forged) {
    assertThatThrownBy(() -> SearchCursor.parse(forged, question))
        .isInstanceOf(InvalidSearch.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NaN", "Infinity", "many"})
  void holds_a_score_that_can_be_compared(String forged) {
    String text = encoded(forged + "|id|" + question);

    assertThatThrownBy(() -> SearchCursor.score(SearchCursor.parse(text, question).value()))
        .isInstanceOf(InvalidSearch.class);
  }

  private static SearchQuestion asked(String text) {
    return SearchQuestion.of(text, Set.of(DocumentType.MATTER), 10);
  }

  private static SearchQuestion asked(Set<DocumentType> types, Set<String> statuses) {
    return new SearchQuestion(
        "naidoo",
        types,
        new SearchFilters(statuses, Set.of(), Set.of(), null, Range.all(), null, null, null),
        SearchOrder.RELEVANCE,
        10,
        null);
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
