package za.lexohub.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import za.lexohub.readmodels.search.SearchField;
import za.lexohub.readmodels.search.SearchIndex;

class SuggestionsIT {

  private static final Set<DocumentType> ALL = EnumSet.allOf(DocumentType.class);

  private static Documents documents;

  private final Documents.Books books = documents.books();

  @BeforeAll
  static void connect() {
    documents = Documents.open();
  }

  @AfterAll
  static void disconnect() {
    documents.close();
  }

  @Test
  void what_is_typed_goes_on_as_a_name_a_title_a_firm_or_a_number() {
    String matter =
        books.matter(
            m ->
                m.with(SearchField.TITLE, "Mokoena v Roads")
                    .with(SearchField.CLIENT_NAME, "Lerato Mokoena")
                    .with(SearchField.FIRM, "Mokoena Attorneys")
                    .with(SearchField.REFERENCE_NUMBER, "MOK-2026-001"));

    assertThat(suggested("mok"))
        .extracting(Suggestion::text, Suggestion::field, Suggestion::type, Suggestion::id)
        .containsExactly(
            tuple("MOK-2026-001", Suggestion.Field.REFERENCE_NUMBER, DocumentType.MATTER, matter),
            tuple("Lerato Mokoena", Suggestion.Field.CLIENT_NAME, null, null),
            tuple("Mokoena v Roads", Suggestion.Field.TITLE, DocumentType.MATTER, matter),
            tuple("Mokoena Attorneys", Suggestion.Field.FIRM, null, null));
    assertThat(suggested("lerato mok"))
        .extracting(Suggestion::text)
        .containsExactly("Lerato Mokoena");
    assertThat(suggested("mok2026")).extracting(Suggestion::text).containsExactly("MOK-2026-001");
    assertThat(suggested("okoena")).isEmpty();
  }

  @Test
  void a_text_is_suggested_once_however_many_documents_have_it() {
    for (int i = 0; i < 12; i++) {
      books.matter(m -> m.with(SearchField.CLIENT_NAME, "Lerato Mokoena"));
    }
    for (SearchIndex index : SearchIndex.values()) {
      books.document(index, d -> d.with(SearchField.TITLE, "Mokoena v Roads"));
    }

    assertThat(suggested("moko"))
        .extracting(Suggestion::text, Suggestion::type)
        .containsExactly(tuple("Lerato Mokoena", null), tuple("Mokoena v Roads", null));
  }

  @Test
  void there_are_never_more_than_asked_for_and_no_kind_keeps_the_others_out() {
    for (int i = 0; i < 12; i++) {
      String name = "Lerato Mokoena " + i;
      books.matter(m -> m.with(SearchField.CLIENT_NAME, name));
    }
    books.matter(m -> m.with(SearchField.TITLE, "Mokoena v Roads"));

    List<Suggestion> three = suggestions().suggestions(books.tenant, "moko", ALL, 3, true);
    assertThat(three).hasSize(3).extracting(Suggestion::text).contains("Mokoena v Roads");
    assertThat(suggested("moko")).hasSize(10);
  }

  @Test
  void nobody_is_told_of_what_belongs_to_another_tenant_or_was_erased() {
    books.matter(m -> m.with(SearchField.CLIENT_NAME, "Lerato Mokoena"));
    books.matter(m -> m.with(SearchField.CLIENT_NAME, "[erased]"));

    assertThat(suggestions().suggestions("adv-nobody", "moko", ALL, 10, true)).isEmpty();
    assertThat(suggested("eras")).isEmpty();
  }

  @Test
  void only_kinds_that_were_asked_for_are_looked_at() {
    books.matter(m -> m.with(SearchField.TITLE, "Mokoena v Roads"));

    assertThat(
            suggestions().suggestions(books.tenant, "moko", Set.of(DocumentType.INVOICE), 10, true))
        .isEmpty();
  }

  @Test
  void a_letter_is_too_little_to_go_on_with() {
    assertThatThrownBy(() -> suggested("m")).isInstanceOf(InvalidSearch.class);
    assertThatThrownBy(() -> suggestions().suggestions(books.tenant, "mok", ALL, 11, false))
        .isInstanceOf(InvalidSearch.class);
  }

  private List<Suggestion> suggested(String typed) {
    return suggestions().suggestions(books.tenant, typed, ALL, 10, true);
  }

  private SuggestionQuery suggestions() {
    return new SuggestionQuery(documents.door());
  }
}
