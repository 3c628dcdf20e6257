package za.lexohub.messages.party;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The free text of a matter or document. It tells about people, so the log keeps it sealed, under
 * the file's own subject id.
 *
 * @param narrative the fee narrative: at least 10 characters when given
 * @param lines one description per line of the document, in the same order
 */
public record Wording(
    String title, @Nullable String description, @Nullable String narrative, List<String> lines) {

  public static final int MIN_NARRATIVE = 10;

  public Wording {
    if (title.isBlank()) {
      throw new IllegalArgumentException("title must not be blank");
    }
    if (narrative != null && narrative.strip().length() < MIN_NARRATIVE) {
      throw new IllegalArgumentException("narrative must have at least 10 characters");
    }
    lines = List.copyOf(lines);
  }
}
