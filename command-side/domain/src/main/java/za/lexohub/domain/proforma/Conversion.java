package za.lexohub.domain.proforma;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Objects;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.Rule;
import za.lexohub.messages.matter.MatterCommands.OpenMatter;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.proforma.ProFormaCommands.ConvertProFormaToMatter;
import za.lexohub.messages.proforma.ProFormaCommands.ReverseProFormaConversion;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConversionReversed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConvertedToMatter;
import za.lexohub.messages.proforma.RequestedAction;

/**
 * The part of a {@link ProForma}'s life in which a matter is made of it: of a request for one,
 * which ends with it, or of an accepted offer, which is then billed on the matter. Made by mistake,
 * it is taken back while nothing was done on the matter (D9).
 *
 * <p>The matter copies the parties and the wording, so that from then on both are one file: it
 * stays the matter's after the conversion was taken back, and it never comes into another's.
 */
abstract class Conversion extends Intake {
  /** On which it is quoted and billed. */
  @Nullable MatterId matterId;

  private @Nullable MatterId made;
  private boolean reversed;
  private Phase converted = Phase.UNBORN;

  /** The matter whose file it lies in. */
  @Nullable MatterId filedIn() {
    return made == null ? matterId : made;
  }

  void requireOnNoOther(@Nullable MatterId drafted) {
    Phase.require(
        made == null || drafted == null, Rule.MATTER_ALREADY_MADE, "lies in the file of " + made);
  }

  boolean isMade(MatterId matter) {
    return matter.equals(made);
  }

  void requireConvertible() {
    Phase.require(
        filedIn() == null, Rule.MATTER_ALREADY_MADE, "lies in the file of matter " + filedIn());
    if (phase == Phase.SUBMITTED) {
      Phase.require(
          requestedAction == RequestedAction.MATTER,
          Rule.PRO_FORMA_NOT_FOR_MATTER,
          "asks for a price, not for a matter");
    } else {
      Phase.require(
          phase == Phase.ACCEPTED,
          Rule.PRO_FORMA_NOT_ACCEPTED,
          "is neither accepted nor a submitted request for a matter");
    }
  }

  /** The matter as it is opened: not exempt, since nothing before it could say so. */
  OpenMatter matter(ConvertProFormaToMatter command) {
    return new OpenMatter(
        command.matterId(),
        command.tenant(),
        Objects.requireNonNull(matterType),
        Objects.requireNonNull(client),
        Objects.requireNonNull(attorney),
        wording,
        false,
        null,
        command.openedOn(),
        false);
  }

  void decide(ConvertProFormaToMatter command) {
    apply(new ProFormaConvertedToMatter(id, command.matterId(), phase == Phase.ACCEPTED));
  }

  @EventSourcingHandler
  void evolve(ProFormaConvertedToMatter event) {
    converted = phase;
    made = event.matterId();
    matterId = made;
    if (!event.accepted()) {
      phase = Phase.CONVERTED;
    }
  }

  boolean isReversed() {
    return reversed;
  }

  MatterId requireConverted() {
    if (made == null) {
      Phase.require(false, Rule.PRO_FORMA_NOT_CONVERTED, "was not made a matter");
    }
    return Objects.requireNonNull(made);
  }

  void decide(ReverseProFormaConversion command) {
    apply(
        new ProFormaConversionReversed(
            id, requireConverted(), converted == Phase.ACCEPTED, command.reason()));
  }

  @EventSourcingHandler
  void evolve(ProFormaConversionReversed event) {
    reversed = true;
    matterId = null;
    phase = converted;
  }
}
