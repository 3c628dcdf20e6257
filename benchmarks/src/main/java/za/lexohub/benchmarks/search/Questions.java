package za.lexohub.benchmarks.search;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import za.lexohub.benchmarks.names.Practice;
import za.lexohub.query.Consistency;
import za.lexohub.query.search.DocumentType;
import za.lexohub.query.search.FacetQuestion;
import za.lexohub.query.search.SearchAnswer;
import za.lexohub.query.search.SearchQueries;
import za.lexohub.query.search.SearchQuestion;
import za.lexohub.readmodels.paging.Range;
import za.lexohub.readmodels.search.SearchFilters;
import za.lexohub.readmodels.search.SearchOrder;

/** What people ask, each about a document that is there. */
enum Questions {
  NUMBER {
    @Override
    void ask(SearchQueries search, Practice.Filed about) {
      found(search, about, about.text("reference_number"));
    }
  },
  NUMBER_WITHOUT_DASHES {
    @Override
    void ask(SearchQueries search, Practice.Filed about) {
      found(search, about, about.text("reference_number").replaceAll("[^A-Z0-9]", ""));
    }
  },
  BEGINNING_OF_A_NUMBER {
    @Override
    void ask(SearchQueries search, Practice.Filed about) {
      found(search, about, about.text("reference_number").substring(0, 9));
    }
  },
  NAME {
    @Override
    void ask(SearchQueries search, Practice.Filed about) {
      found(search, about, about.text("client_name"));
    }
  },
  MISSPELT_NAME {
    @Override
    void ask(SearchQueries search, Practice.Filed about) {
      String name = about.text("client_name");
      int last = name.length() - 2;
      found(search, about, name.substring(0, last) + "e" + name.substring(last));
    }
  },
  JOINED_NAME {
    @Override
    void ask(SearchQueries search, Practice.Filed about) {
      String name = about.text("client_name");
      found(search, about, name.substring(name.indexOf(' ')).replace(" ", ""));
    }
  },
  WORDS_AND_FILTERS {
    @Override
    void ask(SearchQueries search, Practice.Filed about) {
      SearchFilters filters =
          new SearchFilters(
              Set.of(about.text("status")),
              Set.of(),
              Set.of(about.text("bar")),
              null,
              Range.all(),
              null,
              null,
              null);
      found(search, about, about.text("title"), filters, SearchOrder.RELEVANCE, null);
    }
  },
  DEEP_PAGE {
    @Override
    void ask(SearchQueries search, Practice.Filed about) {
      String cursor = null;
      for (int page = 0; page < DEPTH; page++) {
        cursor =
            found(search, about, "estate", SearchFilters.NONE, SearchOrder.NEWEST, cursor)
                .page()
                .nextCursor();
      }
    }
  },
  FACETS {
    @Override
    void ask(SearchQueries search, Practice.Filed about) {
      search.facets(
          about.tenant(),
          new FacetQuestion(
              DocumentType.INVOICE, null, SearchFilters.NONE, FacetQuestion.Interval.MONTH, true),
          Consistency.NONE);
    }
  },
  SUGGESTIONS {
    @Override
    void ask(SearchQueries search, Practice.Filed about) {
      search.suggestions(
          about.tenant(),
          about.text("client_name").substring(0, 3),
          Set.of(),
          10,
          Consistency.NONE);
    }
  };

  private static final int DEPTH = 5;
  private static final int LIMIT = 20;

  abstract void ask(SearchQueries search, Practice.Filed about);

  private static void found(SearchQueries search, Practice.Filed about, String text) {
    found(search, about, text, SearchFilters.NONE, SearchOrder.RELEVANCE, null);
  }

  private static SearchAnswer found(
      SearchQueries search,
      Practice.Filed about,
      String text,
      SearchFilters filters,
      SearchOrder order,
      @Nullable String cursor) {
    SearchAnswer answer =
        search.search(
            about.tenant(),
            new SearchQuestion(text, Set.of(), filters, order, LIMIT, cursor),
            Consistency.NONE);
    if (answer.degraded() || answer.page().hits().isEmpty()) {
      throw new IllegalStateException("nothing was found for " + text);
    }
    return answer;
  }
}
