package za.lexohub.api.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.paging.Total;

/**
 * One page of a list.
 *
 * @param nextCursor for {@code after} of the next page; null on the last one
 * @param total of all pages; only when it was asked for
 */
@Schema(
    description =
        "One page of a list; nextCursor is null on the last one. With withTotal=true, total says"
            + " how many entries all pages have together: exactly, or that there are more than"
            + " 10,000.")
public record Listing<T>(
    List<T> data,
    @Nullable String nextCursor,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Total total) {

  public Listing(List<T> data, @Nullable String nextCursor) {
    this(data, nextCursor, null);
  }
}
