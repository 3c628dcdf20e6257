package za.lexohub.projectors.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import za.lexohub.messages.serialization.EventType;
import za.lexohub.messages.serialization.EventTypes;
import za.lexohub.readmodels.row.TenantScope;

/**
 * A read model in SQL, and what writes it. A projector is given the tables that it writes and
 * nothing else, so whatever it is made for, it can reach nobody outside.
 *
 * @param projectors made for the tables behind a door
 */
public record SqlReadModel(String group, Function<TenantScope, List<Object>> projectors) {

  /** The types of the events that it hears of. */
  List<String> types(TenantScope scope) {
    List<AnnotationEventHandlerAdapter> handlers =
        projectors.apply(scope).stream().map(AnnotationEventHandlerAdapter::new).toList();
    List<String> types = new ArrayList<>();
    for (Class<?> event : new EventTypes().events()) {
      if (handlers.stream().anyMatch(handler -> handler.canHandleType(event))) {
        types.add(event.getAnnotation(EventType.class).value());
      }
    }
    return types;
  }
}
