package za.lexohub.projectors.search;

import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import za.lexohub.readmodels.search.SearchIndex;
import za.lexohub.readmodels.search.SearchIndexes;

/** Empties an index for its replay. */
final class Emptied {

  private final SearchIndexes indexes;
  private final Consumer<String> forget;

  /**
   * @param forget is told the group whose read model begins anew, in the transaction of the reset
   */
  Emptied(SearchIndexes indexes, Consumer<String> forget) {
    this.indexes = indexes;
    this.forget = forget;
  }

  /**
   * Empties the index once the tokens that go back to the beginning are committed, and before the
   * processor starts again. The other way round, a failed commit would leave an empty index whose
   * processor believes it full. When the store is down already, the reset fails as a whole.
   */
  void afterCommit(SearchIndex index) {
    indexes.state(index);
    forget.accept(index.group());
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      indexes.recreate(index);
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            indexes.recreate(index);
          }
        });
  }
}
