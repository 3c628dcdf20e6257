package za.lexohub.api.input;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every priced document says in its own words. */
public interface DocumentText {
  String title();

  @Nullable String description();

  @Nullable String narrative();

  List<LineInput> lines();
}
