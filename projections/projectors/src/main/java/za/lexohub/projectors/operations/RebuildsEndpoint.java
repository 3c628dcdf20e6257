package za.lexohub.projectors.operations;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import za.lexohub.projectors.rebuild.RebuildRefused;
import za.lexohub.projectors.rebuild.Rebuilds;
import za.lexohub.readmodels.rebuild.Rebuild;
import za.lexohub.readmodels.rebuild.RebuildProgress;
import za.lexohub.readmodels.rebuild.RebuildRows.Progress;

/**
 * {@code /actuator/rebuilds}: versions of read models that are built beside those that are read,
 * and the levers to begin, compare, promote, roll back and discard one.
 */
@WebEndpoint(id = "rebuilds")
final class RebuildsEndpoint {

  private final Rebuilds rebuilds;
  private final Supplier<List<Progress>> progress;
  private final OperationRecords records;

  RebuildsEndpoint(Rebuilds rebuilds, Supplier<List<Progress>> progress, OperationRecords records) {
    this.rebuilds = rebuilds;
    this.progress = progress;
    this.records = records;
  }

  @ReadOperation
  public Overview all() {
    List<Progress> now = progress.get();
    return new Overview(
        rebuilds.all().stream().map(rebuild -> new Shown(rebuild, of(rebuild, now))).toList());
  }

  @ReadOperation
  public WebEndpointResponse<Object> one(@Selector String group) {
    return Reply.of(() -> unlessRefused(() -> shown(rebuilds.one(group))));
  }

  /**
   * @param action begin, compare, promote, roll-back or discard
   * @param reason compulsory for a promotion by force and for rolling back
   * @param force promotes what is known to differ
   */
  @WriteOperation
  public WebEndpointResponse<Object> act(
      SecurityContext who,
      @Selector String group,
      String action,
      @Nullable String reason,
      @Nullable Boolean force) {
    return Reply.of(
        () -> unlessRefused(() -> shown(done(who, group, action, reason, force != null && force))));
  }

  private Rebuild done(
      SecurityContext who, String group, String action, @Nullable String given, boolean force) {
    String reason = OperationsLog.optional(given);
    return switch (action) {
      case "begin" -> {
        OperationsLog.act(who, "begin rebuild", group, reason);
        Rebuild begun = rebuilds.begin(group);
        record("begin rebuild", begun, () -> records.rebuildBegun(who, begun, reason));
        yield begun;
      }
      case "compare" -> {
        OperationsLog.act(who, "compare rebuild", group, reason);
        Rebuild compared = rebuilds.compare(group);
        if (compared.report() != null) {
          record(
              "compare rebuild",
              compared,
              () -> records.rebuildCompared(who, compared, compared.report(), reason));
        }
        yield compared;
      }
      case "promote" -> {
        String because =
            force ? OperationsLog.compulsory(given, "To promote what differs") : reason;
        OperationsLog.act(who, force ? "promote by force" : "promote", group, because);
        Rebuilds.Moved promoted = rebuilds.promote(group, force);
        record(
            "promote",
            promoted.rebuild(),
            () -> records.rebuildPromoted(who, promoted.rebuild(), promoted.position(), because));
        yield promoted.rebuild();
      }
      case "roll-back" -> {
        String because = OperationsLog.compulsory(given, "To roll back");
        OperationsLog.act(who, "roll back", group, because);
        Rebuild back = rebuilds.rollBack(group).rebuild();
        record("roll back", back, () -> records.rebuildRolledBack(who, back, because));
        yield back;
      }
      case "discard" -> {
        OperationsLog.act(who, "discard rebuild", group, reason);
        Rebuild discarded = rebuilds.discard(group);
        record(
            "discard rebuild", discarded, () -> records.rebuildDiscarded(who, discarded, reason));
        yield discarded;
      }
      default ->
          throw Refused.invalid("The action is begin, compare, promote, roll-back or discard.");
    };
  }

  private static void record(String action, Rebuild rebuild, Runnable record) {
    String target = "%s version %d".formatted(rebuild.group(), rebuild.version());
    OperationsLog.outcome(action, target, rebuild.state().name());
    OperationsLog.recorded(action, target, record);
  }

  private Shown shown(Rebuild rebuild) {
    return new Shown(rebuild, of(rebuild, progress.get()));
  }

  private static @Nullable RebuildProgress of(Rebuild rebuild, List<Progress> all) {
    return all.stream()
        .filter(one -> one.group().equals(rebuild.group()))
        .map(Progress::progress)
        .findFirst()
        .orElse(null);
  }

  private static <T> T unlessRefused(Supplier<T> answer) {
    try {
      return answer.get();
    } catch (RebuildRefused refused) {
      throw Refused.of(refused);
    }
  }

  record Overview(List<Shown> rebuilds) {}

  /**
   * @param progress absent when nothing stands beside
   */
  record Shown(Rebuild rebuild, @Nullable RebuildProgress progress) {}
}
