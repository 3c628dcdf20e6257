package za.lexohub.readmodels.workflowcounts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a change means for the counts. Whatever is absent stays as it was.
 *
 * @param member the matter, pro forma or invoice; each has an id of its own
 * @param version the aggregate's version after the change
 * @param begins whether this is the first that is heard of it
 * @param hidden archived or expired: counts nowhere meanwhile
 * @param overdue past its due date, once and for all
 */
public record CountedMove(
    UUID member,
    long version,
    boolean begins,
    @Nullable CountedState state,
    @Nullable Boolean hidden,
    @Nullable Boolean overdue) {

  /** Something new, or the whole truth about something. */
  public static CountedMove begin(UUID member, long version, CountedState state) {
    return new CountedMove(member, version, true, state, false, false);
  }

  public static CountedMove to(UUID member, long version, CountedState state) {
    return new CountedMove(member, version, false, state, null, null);
  }

  public static CountedMove hide(UUID member, long version, boolean hidden) {
    return new CountedMove(member, version, false, null, hidden, null);
  }

  public static CountedMove overdue(UUID member, long version) {
    return new CountedMove(member, version, false, null, null, true);
  }

  /** This and a later one of the same thing in one. */
  CountedMove then(CountedMove next) {
    return new CountedMove(
        member,
        next.version,
        begins,
        next.state == null ? state : next.state,
        next.hidden == null ? hidden : next.hidden,
        next.overdue == null ? overdue : next.overdue);
  }
}
