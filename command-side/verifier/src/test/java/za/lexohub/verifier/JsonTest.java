package za.lexohub.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @Test
  void strings_are_read_exactly() throws Malformed {
    assertThat(Json.read("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE80 \u65e5\""))
        .isEqualTo("\"\\/\b\f\n\r\té\uD83D\uDE80 日");
  }

  @Test
  void values_are_what_they_look_like() throws Malformed {
    assertThat(Json.read(" {\"a\":[1,-2.5e+3,true,null],\"b\":{}} "))
        .isEqualTo(
            Map.of(
                "a",
                java.util.Arrays.asList(new Json.Num("1"), new Json.Num("-2.5e+3"), true, null),
                "b",
                Map.of()));
    assertThat(Json.read("[]")).isEqualTo(List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"a\":1,\"a\":2}",
        "{\"a\":1,\"\\u0061\":2}",
        "{\"a\":1,}",
        "[1,]",
        "{} {}",
        "{a:1}",
        "'a'",
        "01",
        "+1",
        ".5",
        "1.",
        "1e",
        "-",
        "NaN",
        "tru",
        "\"open",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"\\u12\"",
        "\"tab\there\"",
        "\"\\ud800\"",
        "\"\\udc00\\ud800\"",
        "\u00a01"
      })
  void what_is_not_exactly_json_is_refused(String text) {
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Json.read(text));
  }

  @Test
  void depth_is_limited_instead_of_overflowing() {
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Json.read("[".repeat(1_000_000)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0", "1.0", "1e3", "9223372036854775808", "123456789012345678901"})
  void a_whole_number_has_one_spelling(String text) {
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> new Json.Num(text).whole());
  }
}
