package za.lexohub.query.search;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import za.lexohub.readmodels.search.SearchOrder;
import za.lexohub.readmodels.search.SqlSearch;
import za.lexohub.readmodels.search.SqlSearch.Found;
import za.lexohub.readmodels.search.SqlSearch.Place;

/** Answers a search from the tables of the lists; marks nothing in what it finds. */
final class TableSearch {

  private final SqlSearch tables;

  TableSearch(SqlSearch tables) {
    this.tables = tables;
  }

  /**
   * Searches.
   *
   * @throws InvalidSearch when the cursor is of another question, or of the index
   */
  SearchPage search(String tenant, SearchQuestion asked) {
    String question = SearchCursor.question(SearchCursor.Source.TABLES, tenant, asked);
    List<Found> found =
        tables.find(
            tenant,
            new SqlSearch.Question(
                asked.text(),
                asked.types().stream().map(DocumentType::index).collect(Collectors.toSet()),
                asked.filters(),
                asked.order(),
                // One more than asked for tells whether there is another page.
                asked.limit() + 1,
                asked.after() == null ? null : place(asked.after(), asked.order(), question)));
    List<SearchHit> hits = found.stream().limit(asked.limit()).map(TableSearch::hit).toList();
    if (found.size() <= asked.limit()) {
      return new SearchPage(hits, null);
    }
    Found last = found.get(asked.limit() - 1);
    return new SearchPage(
        hits, new SearchCursor(last.place(), last.id().toString(), question).toString());
  }

  private static Place place(String after, SearchOrder order, String question) {
    SearchCursor cursor = SearchCursor.parse(after, question);
    if (order == SearchOrder.RELEVANCE) {
      SearchCursor.score(cursor.value());
    }
    return new Place(cursor.value(), SearchCursor.<UUID>read(cursor.id(), UUID::fromString));
  }

  private static SearchHit hit(Found found) {
    return new SearchHit(
        DocumentType.of(found.index()),
        found.id().toString(),
        found.title(),
        found.clientName(),
        found.referenceNumber(),
        found.status(),
        found.createdAt(),
        found.amount(),
        found.matterId() == null ? null : found.matterId().toString(),
        found.score(),
        Map.of());
  }
}
