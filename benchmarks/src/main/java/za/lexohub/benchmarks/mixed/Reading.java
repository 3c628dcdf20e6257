package za.lexohub.benchmarks.mixed;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** What is looked at in a practice, so often of a hundred. */
enum Reading {
  COUNTS("counts", 15, book -> "/workflow/counts"),
  DASHBOARD("dashboard", 8, book -> "/reports/dashboard"),
  ATTENTION("attention", 4, book -> "/workflow/attention"),
  MATTERS("list of matters", 10, book -> "/matters?limit=20&sort=-openedOn"),
  PRO_FORMAS("list of pro formas", 7, book -> "/pro-formas?limit=20"),
  INVOICES("list of invoices", 9, book -> "/invoices?limit=20&withTotal=true"),
  MATTER("matter", 12, book -> "/matters/" + Book.any(book.matters)),
  PRO_FORMA("pro forma", 4, book -> "/pro-formas/" + Book.any(book.proFormas)),
  INVOICE("invoice", 7, book -> "/invoices/" + Book.any(book.invoices)),
  WORK(
      "work on a matter", 3, book -> "/matters/" + Book.any(book.matters) + "/work-items?limit=20"),
  SEARCH("search", 8, book -> "/search?limit=20&q=" + encoded(Book.any(book.clients))),
  SUGGESTIONS("search suggestions", 3, Reading::typed),
  FACETS("search facets", 1, book -> "/search/facets?type=INVOICE&interval=MONTH"),
  NOTIFICATIONS("notifications", 4, book -> "/notifications?limit=20"),
  AGEING("report ageing", 1, book -> "/reports/ageing"),
  OUTSTANDING("report outstanding", 1, book -> "/reports/outstanding?limit=20"),
  REVENUE("report revenue", 1, book -> "/reports/revenue"),
  PAPER("paper of an invoice", 2, book -> "/invoices/" + book.invoices.getFirst() + "/pdf");

  final String said;
  final int ofHundred;
  private final Function<Book, String> path;

  Reading(String said, int ofHundred, Function<Book, String> path) {
    this.said = said;
    this.ofHundred = ofHundred;
    this.path = path;
  }

  String path(Book book) {
    return "/api/v1" + path.apply(book);
  }

  /** Whether OpenSearch answers. */
  static boolean isSearch(String kind) {
    return kind.startsWith("search");
  }

  /** The first letters of a name, as somebody types it. */
  private static String typed(Book book) {
    return "/search/suggestions?q=" + encoded(Book.any(book.clients).substring(0, 3));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
