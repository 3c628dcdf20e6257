package za.lexohub.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import za.lexohub.readmodels.search.SearchField;

/** South African names as they are written and as they are typed. */
class NamesIT {

  private static Documents documents;

  @BeforeAll
  static void connect() {
    documents = Documents.open();
  }

  @AfterAll
  static void disconnect() {
    documents.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Pieter van der Merwe      | vandermerwe",
        "Pieter van der Merwe      | v d Merwe",
        "Pieter van der Merwe      | V.D. Merwe",
        "Pieter van der Merwe      | vd merwe",
        "Pieter van der Merwe      | van der Merve",
        "Pieter Vandermerwe        | van der Merwe",
        "P v.d. Merwe              | vandermerwe",
        "Anna-Marie Du Plessis     | duplessis",
        "Anna Duplessis            | du Plessis",
        "Koos Janse van Rensburg   | vanrensburg",
        "Chloë Böhmer              | chloe bohmer",
        "Chloe Bohmer              | Böhmer",
        "Nkosazana uMkhize         | Mkhize",
        "Sibusiso Mkhize           | uMkhize",
        "Sibusiso kaMkhize         | mkhize",
        "Ntombi-zodwa Dlamini      | ntombizodwa",
        "Ntombizodwa Dlamini       | Ntombi-zodwa",
        "Nomvula Dlamini-Khumalo   | dlamini khumalo",
        "Nomvula Dlamini-Khumalo   | dlaminikhumalo",
        "Thembinkosi Zulu          | Tembinkosi",
        "Siobhán O'Brien           | obrien",
        "Siobhan OBrien            | O’Brien",
      })
  void a_name_is_found_however_its_parts_are_put_together(String written, String typed) {
    Documents.Books books = documents.books();
    String id = books.matter(matter -> matter.with(SearchField.CLIENT_NAME, written));
    books.matter(matter -> matter.with(SearchField.CLIENT_NAME, "Thandi Botha"));
    books.matter(matter -> matter.with(SearchField.CLIENT_NAME, "Xolani Qwabe"));

    assertThat(books.ids(typed)).containsExactly(id);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Estate Van der Merwe v Botha | vandermerwe",
        "Ex parte Ntombi-zodwa        | ntombizodwa",
      })
  void a_title_holds_names_too(String title, String typed) {
    Documents.Books books = documents.books();
    String id = books.matter(matter -> matter.with(SearchField.TITLE, title));
    books.matter(matter -> matter.with(SearchField.TITLE, "Dlamini v Naidoo"));

    assertThat(books.ids(typed)).containsExactly(id);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"Jacobus Botha | Kobus", "Sipho Cele | Xele"})
  void another_name_of_the_same_person_is_not_guessed(String written, String typed) {
    Documents.Books books = documents.books();
    books.matter(matter -> matter.with(SearchField.CLIENT_NAME, written));

    assertThat(books.ids(typed)).isEqualTo(List.of());
  }
}
