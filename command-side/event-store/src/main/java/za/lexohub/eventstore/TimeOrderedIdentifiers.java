package za.lexohub.eventstore;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import org.axonframework.common.IdentifierFactory;

/**
 * Identifiers of messages: UUIDs of version 7 (RFC 9562), which grow with time. The log's index
 * over event ids is then written at its end only, where random ones would touch a page of their own
 * each, the less likely in memory the longer the log is. Axon finds this class by its service file.
 */
public final class TimeOrderedIdentifiers extends IdentifierFactory {

  private final TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();

  @Override
  public String generateIdentifier() {
    return generator.generate().toString();
  }
}
