package za.lexohub.audit.pack;

/** What the payload of a kind of event looks like. */
@FunctionalInterface
public interface Schemas {

  /**
   * JSON Schema.
   *
   * @throws IllegalArgumentException when no release has written such an event
   */
  String jsonSchema(String type, int revision);
}
