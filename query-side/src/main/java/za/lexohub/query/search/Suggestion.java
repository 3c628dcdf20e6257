package za.lexohub.query.search;

import org.jspecify.annotations.Nullable;

/**
 * How what is being typed may go on.
 *
 * @param text a whole value of the field
 * @param type of the document, when only one has this title or number
 * @param id of that document
 */
public record Suggestion(
    String text, Field field, @Nullable DocumentType type, @Nullable String id) {

  /** Where it was found, in the order in which kinds take turns. */
  public enum Field {
    REFERENCE_NUMBER,
    CLIENT_NAME,
    TITLE,
    FIRM
  }
}
