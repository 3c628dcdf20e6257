package za.lexohub.projectors.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.erasure.ErasedData;
import za.lexohub.messages.party.PersonalDataVault.VaultUnavailable;
import za.lexohub.projectors.stamp.Positions;
import za.lexohub.readmodels.search.DocumentChange;
import za.lexohub.readmodels.search.SearchField;
import za.lexohub.readmodels.search.SearchIndex;
import za.lexohub.readmodels.search.SearchRejected;
import za.lexohub.readmodels.search.SearchStoreUnavailable;
import za.lexohub.readmodels.search.SearchWriter;

/**
 * Collects what the events of a batch say and writes it at once, before the batch's token is
 * stored.
 *
 * <p>Handlers may not throw for a failure that passes, because what a handler throws parks its
 * sequence in the dead-letter queue. So:
 *
 * <ul>
 *   <li>a store or a vault that cannot be reached fails the whole batch, which comes again;
 *   <li>a document that the store refuses for good fails the batch too, but its id is remembered:
 *       when the batch comes again, that document's events are written one at a time inside their
 *       handlers, so the one that is refused throws there and only its sequence is parked.
 * </ul>
 */
class SearchDocuments {

  private static final String BATCH = SearchDocuments.class.getName();

  /** Far more than will ever be refused at a time; forgetting one costs one more round. */
  private static final int REMEMBERED = 1_000;

  private final SearchWriter writer;

  private final Set<String> refused =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > REMEMBERED;
                }
              }));

  SearchDocuments(SearchWriter writer) {
    this.writer = writer;
  }

  /** Takes in what an event says about the document of its aggregate. */
  void change(
      SearchIndex index,
      Object id,
      DomainEventMessage<?> message,
      UnaryOperator<DocumentChange> saying) {
    take(() -> saying.apply(blank(index, id.toString(), message)));
  }

  private void take(Supplier<DocumentChange> said) {
    Batch batch = CurrentUnitOfWork.isStarted() ? batchOf(CurrentUnitOfWork.get()) : null;
    if (batch != null && batch.failure != null) {
      return; // The batch comes again as a whole.
    }
    try {
      DocumentChange change = said.get();
      if (batch == null || refused.contains(change.id())) {
        writer.write(List.of(change));
      } else {
        batch.changes.add(change);
      }
    } catch (SearchStoreUnavailable | VaultUnavailable passing) {
      if (batch == null) {
        throw passing;
      }
      batch.failure = passing;
    }
  }

  /** Takes what is erased out of documents, for good, with the batch like any change. */
  void forget(SearchIndex index, List<UUID> ids, ErasedData erased, DomainEventMessage<?> message) {
    ids.forEach(
        id ->
            take(
                () ->
                    Unsealed.erased(
                        DocumentChange.lasting(
                            index, id.toString(), tenant(message), Positions.of(message)),
                        erased)));
  }

  private static DocumentChange blank(SearchIndex index, String id, DomainEventMessage<?> message) {
    DocumentChange change =
        DocumentChange.of(
            index, id, tenant(message), message.getSequenceNumber(), Positions.of(message));
    return message.getSequenceNumber() == 0
        ? change.with(SearchField.CREATED_AT, message.getTimestamp())
        : change;
  }

  private static String tenant(DomainEventMessage<?> message) {
    if (!(message.getMetaData().get(MetadataKeys.TENANT) instanceof String tenant)) {
      throw new IllegalArgumentException("event " + message.getIdentifier() + " has no tenant");
    }
    return tenant;
  }

  private Batch batchOf(UnitOfWork<?> unitOfWork) {
    Batch known = unitOfWork.getResource(BATCH);
    if (known != null) {
      return known;
    }
    Batch batch = new Batch();
    unitOfWork.resources().put(BATCH, batch);
    unitOfWork.onPrepareCommit(work -> flush(batch));
    return batch;
  }

  private void flush(Batch batch) {
    if (batch.failure != null) {
      throw batch.failure;
    }
    try {
      writer.write(batch.changes);
    } catch (SearchRejected e) {
      refused.addAll(e.reasons().keySet());
      throw e;
    }
  }

  private static final class Batch {
    private final List<DocumentChange> changes = new ArrayList<>();
    private @Nullable RuntimeException failure;
  }
}
