package za.lexohub.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchCursorTest {

  private final String question =
      SearchCursor.question("adv-1", "naidoo", Set.of(DocumentType.MATTER));

  @Test
  void comes_back_as_it_went_out() {
    SearchCursor cursor = new SearchCursor(12.345678, "id-1", question);

    assertThat(SearchCursor.parse(cursor.toString(), question)).isEqualTo(cursor);
  }

  @Test
  void belongs_to_one_question_whatever_the_order_of_its_types() {
    assertThat(SearchCursor.question("a", "q", List.of(DocumentType.INVOICE, DocumentType.MATTER)))
        .isEqualTo(
            SearchCursor.question("a", "q", List.of(DocumentType.MATTER, DocumentType.INVOICE)))
        .isNotEqualTo(SearchCursor.question("b", "q", Set.of(DocumentType.MATTER)));
    String other = SearchCursor.question("adv-2", "naidoo", Set.of(DocumentType.MATTER));
    String cursor = new SearchCursor(1, "id-1", question).toString();

    assertThatThrownBy(() -> SearchCursor.parse(cursor, other))
        .isInstanceOfSatisfying(
            InvalidSearch.class, e -> assertThat(e.parameter()).isEqualTo("cursor"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%%%", "bm9wZQ", "NaN|id|", "Infinity|id|", "1|id|x|y"})
  void is_refused_when_it_is_not_one_of_ours(String forged) {
    String text = forged.endsWith("|") ? encoded(forged + question) : forged;

    assertThatThrownBy(() -> SearchCursor.parse(text, question)).isInstanceOf(InvalidSearch.class);
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
