package za.lexohub.query.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FormatsTest {

  private static String text(Format format) throws IOException {
    return new String(Books.written(format, List.of(Books.FULL, Books.EMPTY)), UTF_8);
  }

  @Test
  void csv_says_as_of_what_it_is_and_is_rfc_4180() throws IOException {
    assertThat(text(Format.CSV))
        .isEqualTo(
            """
            # asOfPosition=41,asOf=2026-02-28T10:00:00Z,dataset=books,version=1\r
            text,id,number,cents,decimal,flag,date,time\r
            "Nkosi, ""Zanele""\",0e7f5f3c-0000-4000-8000-000000000001,7,-115000,2.5,true,2026-02-28,2026-02-28T10:00:00.123456Z\r
            ,,,,,,,\r
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://evil.example\")",
        "+27 11 555 0000",
        "-1+cmd|' /C calc'!A0",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1+1",
        "\u00a0=1",
        "＝1"
      })
  void text_that_a_spreadsheet_would_work_out_stays_text(String formula) {
    assertThat(CsvRows.text(formula))
        .matches(safe -> safe.startsWith("'") || safe.startsWith("\"'"));
  }

  @Test
  void what_is_no_formula_stays_as_it_is() {
    assertThat(CsvRows.text("Dlamini v Transit = R 5")).isEqualTo("Dlamini v Transit = R 5");
    assertThat(CsvRows.text("O'Brien")).isEqualTo("O'Brien");
    assertThat(CsvRows.text("")).isEqualTo("\"\"");
    assertThat(CsvRows.text("a\r\nb")).isEqualTo("\"a\r\nb\"");
    assertThat(CsvRows.text(" blank")).isEqualTo("\" blank\"");
    assertThat(CsvRows.text("#1")).isEqualTo("\"#1\"");
  }

  @Test
  void ndjson_ends_with_how_much_it_is() throws IOException {
    List<String> lines = text(Format.NDJSON).lines().toList();
    assertThat(lines).hasSize(3);
    JsonNode row = JsonRow.JSON.readTree(lines.getFirst());
    assertThat(row.path("text").asString()).isEqualTo("Nkosi, \"Zanele\"");
    assertThat(row.path("cents").asLong()).isEqualTo(-115_000);
    assertThat(row.path("date").asString()).isEqualTo("2026-02-28");
    assertThat(JsonRow.JSON.readTree(lines.get(1)).path("text").isNull()).isTrue();
    assertThat(lines.getLast()).isEqualTo("{\"trailer\":{\"count\":2,\"asOfPosition\":41}}");
  }

  @Test
  void json_is_one_object_whose_last_word_is_the_count() throws IOException {
    JsonNode all = JsonRow.JSON.readTree(text(Format.JSON));
    assertThat(all.path("asOfPosition").asLong()).isEqualTo(41);
    assertThat(all.path("asOf").asString()).isEqualTo("2026-02-28T10:00:00Z");
    assertThat(all.path("dataset").asString()).isEqualTo("books");
    assertThat(all.path("data")).hasSize(2);
    assertThat(all.path("data").get(0).path("id").asString()).isEqualTo(Books.ID.toString());
    assertThat(all.path("count").asLong()).isEqualTo(2);
  }

  @Test
  void without_rows_every_format_is_whole_all_the_same() throws IOException {
    assertThat(new String(Books.written(Format.CSV, List.of()), UTF_8).lines()).hasSize(2);
    assertThat(new String(Books.written(Format.NDJSON, List.of()), UTF_8)).contains("\"count\":0");
    assertThat(JsonRow.JSON.readTree(Books.written(Format.JSON, List.of())).path("data")).isEmpty();
    assertThat(Parquet.read(Books.written(Format.PARQUET, List.of())).rows()).isEmpty();
  }
}
