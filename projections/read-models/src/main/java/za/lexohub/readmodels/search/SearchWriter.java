package za.lexohub.readmodels.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.opensearch.core.BulkRequest;
import org.opensearch.client.opensearch.core.bulk.BulkResponseItem;
import org.opensearch.client.opensearch.core.get.GetResult;
import org.opensearch.client.opensearch.core.mget.MultiGetResponseItem;

/**
 * Writes changes into the search documents: reads the documents they are about (in real time, not
 * as of the last refresh), merges, and writes back those that became different, on condition that
 * nobody wrote in between. Two round trips for some hundred documents. One whose aggregate has just
 * begun is written without a look, on condition that it is not there.
 *
 * <p>Every change may be written again, late and in any order: see {@link SearchDocument}.
 */
public final class SearchWriter {

  /** Only two nodes that hold the same segment for a moment can conflict; that ends soon. */
  private static final int ATTEMPTS = 5;

  /** Documents in one call, which has to end in time on a slow store, too. */
  private static final int AT_ONCE = 500;

  private final OpenSearchClient client;

  public SearchWriter(OpenSearchClient client) {
    this.client = client;
  }

  /**
   * Returns when all changes are in the store, though they are found only after a refresh.
   *
   * @throws SearchStoreUnavailable when some may not be, and it should be tried again
   * @throws SearchRejected when some never will be, and all others are
   */
  public void write(Collection<DocumentChange> changes) {
    Map<Key, List<DocumentChange>> open = new LinkedHashMap<>();
    changes.forEach(
        change ->
            open.computeIfAbsent(new Key(change.index(), change.id()), key -> new ArrayList<>())
                .add(change));
    Map<String, String> rejected = new TreeMap<>();
    for (int attempt = 1; !open.isEmpty(); attempt++) {
      if (attempt > ATTEMPTS) {
        throw new SearchStoreUnavailable("Somebody else keeps writing " + open.keySet(), null);
      }
      List<Write> writes = new ArrayList<>();
      List<Key> known = new ArrayList<>();
      for (Key key : List.copyOf(open.keySet())) {
        if (attempt == 1 && begins(open.get(key))) {
          merge(key, null, open, rejected).ifPresent(writes::add);
        } else {
          known.add(key);
        }
      }
      for (int from = 0; from < known.size(); from += AT_ONCE) {
        List<Key> some = known.subList(from, Math.min(from + AT_ONCE, known.size()));
        writes.addAll(merge(some, open, rejected));
      }
      for (int from = 0; from < writes.size(); from += AT_ONCE) {
        store(writes.subList(from, Math.min(from + AT_ONCE, writes.size())), open, rejected);
      }
    }
    if (!rejected.isEmpty()) {
      throw new SearchRejected(rejected);
    }
  }

  /** With its aggregate's first event comes, as a rule, a document that is not there yet. */
  private static boolean begins(@Nullable List<DocumentChange> changes) {
    return changes != null
        && changes.stream().anyMatch(change -> change.sequence() == 0 && !change.lasting());
  }

  /** What has to be written; documents that stay as they are leave {@code open} at once. */
  private List<Write> merge(
      List<Key> keys, Map<Key, List<DocumentChange>> open, Map<String, String> rejected) {
    List<MultiGetResponseItem<Map<String, Object>>> stored = read(keys);
    List<Write> writes = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      Key key = keys.get(i);
      var item = stored.get(i);
      if (item.isFailure()) {
        throw new SearchStoreUnavailable(
            "Reading " + key + ": " + item.failure().error().reason(), null);
      }
      requireCurrent(key, item.result().index());
      merge(key, item.result(), open, rejected).ifPresent(writes::add);
    }
    return writes;
  }

  private static void requireCurrent(Key key, String index) {
    if (!index.startsWith(key.index().prefix())) {
      throw new SearchStoreUnavailable(
          "The index " + index + " has an older mapping and waits for its rebuild", null);
    }
  }

  /**
   * @param stored absent when nobody has looked; if there is one after all, it is not overwritten
   */
  private static Optional<Write> merge(
      Key key,
      @Nullable GetResult<Map<String, Object>> stored,
      Map<Key, List<DocumentChange>> open,
      Map<String, String> rejected) {
    boolean found = stored != null && stored.found();
    SearchDocument document = SearchDocument.of(key.index(), found ? stored.source() : null);
    Map<String, Object> before = document.source();
    try {
      open.getOrDefault(key, List.of()).forEach(document::merge);
    } catch (IllegalArgumentException e) {
      rejected.put(key.id(), String.valueOf(e.getMessage()));
      open.remove(key);
      return Optional.empty();
    }
    Map<String, Object> after = document.source();
    if (after.equals(before)) {
      open.remove(key);
      return Optional.empty();
    }
    return Optional.of(
        found
            ? new Write(key, after, stored.seqNo(), stored.primaryTerm())
            : new Write(key, after, null, null));
  }

  @SuppressWarnings({
    "unchecked",
    "rawtypes"
  }) // the client takes a class, which has no type arguments
  private List<MultiGetResponseItem<Map<String, Object>>> read(List<Key> keys) {
    return StoreCall.orUnavailable(
        "Reading documents",
        () ->
            (List)
                client
                    .mget(
                        mget -> {
                          keys.forEach(
                              key -> mget.docs(d -> d.index(key.index().alias()).id(key.id())));
                          return mget;
                        },
                        Map.class)
                    .docs());
  }

  private void store(
      List<Write> writes, Map<Key, List<DocumentChange>> open, Map<String, String> rejected) {
    if (writes.isEmpty()) {
      return;
    }
    List<BulkResponseItem> items;
    try {
      items = client.bulk(bulk(writes)).items();
    } catch (OpenSearchException | IOException e) {
      if (StoreCall.status(e) != 413) {
        throw new SearchStoreUnavailable("Writing documents: " + e.getMessage(), e);
      }
      splitTooLarge(writes, open, rejected);
      return;
    }
    for (int i = 0; i < writes.size(); i++) {
      Key key = writes.get(i).key();
      BulkResponseItem item = items.get(i);
      // Whatever an older mapping says of the document, it is not the last word.
      requireCurrent(key, item.index());
      switch (item.status()) {
        case 200, 201 -> open.remove(key);
        // Somebody wrote the document in between: it stays open, is read again and merged again.
        case 409 -> {}
        case 400, 413 -> {
          rejected.put(key.id(), reason(item));
          open.remove(key);
        }
        default ->
            throw new SearchStoreUnavailable(
                "Writing " + key + ": " + item.status() + " " + reason(item), null);
      }
    }
  }

  private void splitTooLarge(
      List<Write> writes, Map<Key, List<DocumentChange>> open, Map<String, String> rejected) {
    if (writes.size() == 1) {
      Key key = writes.get(0).key();
      rejected.put(key.id(), "the document is too large");
      open.remove(key);
      return;
    }
    int half = writes.size() / 2;
    store(writes.subList(0, half), open, rejected);
    store(writes.subList(half, writes.size()), open, rejected);
  }

  private static BulkRequest bulk(List<Write> writes) {
    // The alias must exist: a deleted index is never made anew behind our back, empty and unmapped.
    var bulk = new BulkRequest.Builder().requireAlias(true);
    for (Write write : writes) {
      String alias = write.key().index().alias();
      String id = write.key().id();
      Long seqNo = write.seqNo();
      bulk.operations(
          operation ->
              seqNo == null
                  ? operation.create(c -> c.index(alias).id(id).document(write.source()))
                  : operation.index(
                      i ->
                          i.index(alias)
                              .id(id)
                              .ifSeqNo(seqNo)
                              .ifPrimaryTerm(write.primaryTerm())
                              .document(write.source())));
    }
    return bulk.build();
  }

  private static String reason(BulkResponseItem item) {
    var error = item.error();
    if (error == null) {
      return "no reason given";
    }
    var cause = error.causedBy();
    // The cause of a refused mapping repeats the value, which may be personal: name the field only.
    return error.type() + (cause == null || cause.type() == null ? "" : ", " + cause.type());
  }

  private record Key(SearchIndex index, String id) {
    @Override
    public String toString() {
      return index.alias() + "/" + id;
    }
  }

  private record Write(
      Key key, Map<String, Object> source, @Nullable Long seqNo, @Nullable Long primaryTerm) {}
}
