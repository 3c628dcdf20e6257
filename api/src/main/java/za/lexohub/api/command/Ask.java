package za.lexohub.api.command;

import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import za.lexohub.api.security.Actor;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.ledger.CommandOutcome;

/**
 * One command to be dispatched.
 *
 * @param target the aggregate whose version is the answer
 * @param command built only when the request is no repeat, because building it may seal data
 * @param location of what a creation makes; absent for a change
 * @param answer adds what is particular to this command
 */
public record Ask(
    Actor actor,
    String target,
    Precondition precondition,
    Supplier<? extends TenantCommand> command,
    @Nullable String location,
    BiFunction<CommandAnswer, CommandOutcome, CommandAnswer> answer) {

  private static final BiFunction<CommandAnswer, CommandOutcome, CommandAnswer> PLAIN =
      (answer, outcome) -> answer;

  /** What the caller must have said about the version. */
  enum Precondition {
    /** {@code If-Match}, because the thing exists. */
    VERSION,
    /** Nothing: there is no version yet, or the caller was shown none. */
    NONE
  }

  /** A change of something that the caller has read. */
  public static Ask change(Actor actor, Object target, Supplier<? extends TenantCommand> command) {
    return new Ask(actor, target.toString(), Precondition.VERSION, command, null, PLAIN);
  }

  /** A change by somebody who was shown no version: the link is the condition. */
  public static Ask unconditional(
      Actor actor, Object target, Supplier<? extends TenantCommand> command) {
    return new Ask(actor, target.toString(), Precondition.NONE, command, null, PLAIN);
  }

  /** Something new at {@code collection/<target>}. */
  public static Ask creation(
      Actor actor, Object target, String collection, Supplier<? extends TenantCommand> command) {
    return new Ask(
        actor, target.toString(), Precondition.NONE, command, collection + "/" + target, PLAIN);
  }

  /** Something new inside of the target, to be read at this address. */
  public Ask creating(String address) {
    return new Ask(actor, target, precondition, command, address, answer);
  }

  /** Something of which there is one: its address names no id. */
  public static Ask creationOf(
      Actor actor, Object target, String address, Supplier<? extends TenantCommand> command) {
    return new Ask(actor, target.toString(), Precondition.NONE, command, address, PLAIN);
  }

  public Ask answering(BiFunction<CommandAnswer, CommandOutcome, CommandAnswer> with) {
    return new Ask(actor, target, precondition, command, location, with);
  }
}
