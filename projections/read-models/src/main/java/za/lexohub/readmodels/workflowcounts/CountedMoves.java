package za.lexohub.readmodels.workflowcounts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import za.lexohub.readmodels.together.Together;

/** Moves that are made together; those of one thing that follow each other are one. */
final class CountedMoves implements Together.Part {

  private final WorkflowCountsCache counts;
  private final Map<String, Map<UUID, CountedMove>> tenants = new LinkedHashMap<>();

  CountedMoves(WorkflowCountsCache counts) {
    this.counts = counts;
  }

  void add(String tenant, CountedMove move) {
    Map<UUID, CountedMove> moves =
        tenants.computeIfAbsent(tenant, advocate -> new LinkedHashMap<>());
    CountedMove before = moves.get(move.member());
    if (before != null && (move.begins() || move.version() <= before.version())) {
      // Out of time: what came before it is made first.
      write();
      add(tenant, move);
      return;
    }
    moves.put(move.member(), before == null ? move : before.then(move));
  }

  @Override
  public void write() {
    Map<String, Map<UUID, CountedMove>> all = new LinkedHashMap<>(tenants);
    tenants.clear();
    if (!all.isEmpty()) {
      counts.moveNow(all);
    }
  }
}
