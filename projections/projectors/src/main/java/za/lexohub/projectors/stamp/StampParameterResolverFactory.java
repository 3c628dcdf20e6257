package za.lexohub.projectors.stamp;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.readmodels.row.Stamp;

/**
 * Resolves a {@link Stamp} parameter of an event handler from the event's tenant, aggregate,
 * sequence number and time, so that no handler can mix them up.
 */
public final class StampParameterResolverFactory implements ParameterResolverFactory {

  @Override
  public @Nullable ParameterResolver<?> createInstance(
      Executable executable, Parameter[] parameters, int index) {
    return parameters[index].getType() == Stamp.class ? new StampResolver() : null;
  }

  private static final class StampResolver implements ParameterResolver<Stamp> {

    @Override
    public Stamp resolveParameterValue(Message<?> message) {
      DomainEventMessage<?> event = (DomainEventMessage<?>) message;
      return new Stamp(
          tenant(event),
          UUID.fromString(event.getAggregateIdentifier()),
          event.getSequenceNumber() + 1,
          event.getTimestamp());
    }

    @Override
    public boolean matches(Message<?> message) {
      return message instanceof DomainEventMessage<?>;
    }

    private static String tenant(DomainEventMessage<?> event) {
      Object tenant = event.getMetaData().get(MetadataKeys.TENANT);
      if (tenant == null) {
        throw new IllegalStateException("event " + event.getIdentifier() + " names no tenant");
      }
      return tenant.toString();
    }
  }
}
