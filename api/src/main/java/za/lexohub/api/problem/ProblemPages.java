package za.lexohub.api.problem;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import za.lexohub.messages.Rule;

/** The page behind every problem's {@code type}. */
@Hidden
@RestController
final class ProblemPages {
  private record Entry(String title, int status) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  ProblemPages() {
    Arrays.stream(Rule.values())
        .forEach(rule -> entries.put(rule.code(), new Entry(Problems.title(rule), 409)));
    Arrays.stream(ProblemCode.values())
        .forEach(code -> entries.put(code.code(), new Entry(code.title(), code.status().value())));
  }

  @GetMapping(path = "/problems", produces = MediaType.TEXT_HTML_VALUE)
  String all() {
    StringBuilder rows = new StringBuilder();
    entries.forEach((code, entry) -> rows.append(row(code, entry)));
    return page("Problems of the LexoHub API", "<ul>" + rows + "</ul>");
  }

  @GetMapping(path = "/problems/{code}", produces = MediaType.TEXT_HTML_VALUE)
  String one(@PathVariable String code) {
    Entry entry = entries.get(code);
    if (entry == null) {
      throw Refusal.of(ProblemCode.NOT_FOUND, "There is no such problem.");
    }
    return page(
        entry.title(),
        "<p><code>"
            + HtmlUtils.htmlEscape(code)
            + "</code>, status "
            + entry.status()
            + "</p><p><a href=\"/problems\">All problems</a></p>");
  }

  private static String row(String code, Entry entry) {
    return "<li><a href=\"/problems/"
        + code
        + "\"><code>"
        + code
        + "</code></a> "
        + entry.status()
        + " "
        + HtmlUtils.htmlEscape(entry.title())
        + "</li>";
  }

  private static String page(String title, String body) {
    String escaped = HtmlUtils.htmlEscape(title);
    return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>"
        + escaped
        + "</title><h1>"
        + escaped
        + "</h1>"
        + body
        + "</html>";
  }
}
