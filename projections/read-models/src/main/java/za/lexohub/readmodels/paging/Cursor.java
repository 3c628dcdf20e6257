package za.lexohub.readmodels.paging;

import java.util.UUID;

/**
 * The last entry a reader has seen. It is not signed: whoever hands it out must make sure that it
 * comes back unaltered.
 *
 * @param sort the order of the list, {@code -createdAt}
 * @param value the sort value of that entry, as text
 * @param filterHash of the tenant and the filter the list was made with
 */
public record Cursor(String sort, String value, UUID id, String filterHash) {

  /** The cursor belongs to another list: other order, other filter or other tenant. */
  public static final class Foreign extends IllegalArgumentException {
    public Foreign() {
      super("the cursor belongs to another list");
    }
  }
}
