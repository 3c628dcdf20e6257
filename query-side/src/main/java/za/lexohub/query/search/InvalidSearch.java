package za.lexohub.query.search;

/** The question makes no sense as it was asked. */
public final class InvalidSearch extends IllegalArgumentException {

  private final String parameter;

  InvalidSearch(String parameter, String message) {
    super(message);
    this.parameter = parameter;
  }

  /** Its name as the edge has it, or {@code cursor}. */
  public String parameter() {
    return parameter;
  }
}
