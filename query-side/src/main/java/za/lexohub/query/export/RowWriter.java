package za.lexohub.query.export;

import java.io.IOException;
import za.lexohub.readmodels.export.RowSink;

/** Writes rows in one format. What was not {@link #end ended} must not pass for a whole file. */
interface RowWriter extends RowSink {

  /** Writes what stands after the last row. Closes nothing. */
  void end(long count) throws IOException;
}
