package za.lexohub.readmodels.export;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes rows one after another. */
@FunctionalInterface
public interface RowSink {

  /**
   * @param row a value for each column, in their order; the sink may not keep it
   * @throws IOException when it takes no more
   */
  void accept(@Nullable Object[] row) throws IOException;
}
