package za.lexohub.api.reading;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextCursor for {@code after} of the next page; null on the last one
 */
@Schema(description = "One page of a list; nextCursor is null on the last one.")
public record Listing<T>(List<T> data, @Nullable String nextCursor) {}
