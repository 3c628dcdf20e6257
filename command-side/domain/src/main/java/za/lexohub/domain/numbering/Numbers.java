package za.lexohub.domain.numbering;

import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;
import za.lexohub.domain.practice.Practice;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.messages.numbering.NumberSequenceId;

/** Gives out numbers. What is allocated or voided is appended with the caller's unit of work. */
@Component
public class Numbers {
  private final Repository<NumberSequence> sequences;

  Numbers(Repository<NumberSequence> sequences) {
    this.sequences = sequences;
  }

  /** Locks a sequence for this unit of work. To be taken before any other aggregate is loaded. */
  public Locked lock(NumberSequenceId id) {
    return new Locked(
        id,
        Admission.loadOrCreate(
            sequences, NumberSequence.class, id, NumberSequence::new, id.tenant(), null));
  }

  /** A sequence that nobody else can draw from until the unit of work ends. */
  public static final class Locked {
    private final NumberSequenceId id;
    private final Aggregate<NumberSequence> sequence;

    private Locked(NumberSequenceId id, Aggregate<NumberSequence> sequence) {
      this.id = id;
      this.sequence = sequence;
    }

    /**
     * The next number, printed as the practice has it; stands only if the whole unit of work does.
     */
    public String next(Practice practice, String allocatedTo) {
      return sequence.invoke(it -> it.allocate(id, practice, allocatedTo));
    }

    /** Records that a number will never stand on an issued document. */
    public void cancel(String number, String reason) {
      sequence.execute(it -> it.cancel(id, number, reason));
    }
  }
}
