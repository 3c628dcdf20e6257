package za.lexohub.domain.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Reads the tables that lie beside this class. */
final class DatedTable {

  static <R> List<R> rows(String resource, Class<R> row) {
    JsonMapper mapper = JsonMapper.builder().build();
    try (InputStream json = DatedTable.class.getResourceAsStream(resource)) {
      if (json == null) {
        throw new IllegalStateException(resource + " is missing from the build");
      }
      return mapper.readValue(
          json, mapper.getTypeFactory().constructCollectionType(List.class, row));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DatedTable() {}
}
