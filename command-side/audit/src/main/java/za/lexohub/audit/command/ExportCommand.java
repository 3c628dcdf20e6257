package za.lexohub.audit.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import za.lexohub.audit.log.EventExport;
import za.lexohub.audit.log.LogQuery;
import za.lexohub.audit.log.LogReader;
import za.lexohub.audit.log.LogRow;

/**
 * Writes the log, or a part of it, to a file. Whoever has the database may export the whole log;
 * nothing is opened that events keep sealed.
 */
public final class ExportCommand {

  public static int run(Options options, PrintStream out, PrintStream err) throws IOException {
    options.only("jdbc", "user", "tenant", "aggregate", "origin", "out");
    String tenant = options.optional("tenant");
    String aggregate = options.optional("aggregate");
    if (tenant != null && aggregate != null) {
      throw new Options.Unusable("either --tenant or --aggregate");
    }
    String origin = options.optional("origin");
    Path file = Path.of(options.required("out"));
    SingleConnectionDataSource database = options.database();
    try {
      LogReader log = new LogReader(database);
      long head = log.head();
      LogQuery query = LogQuery.of(tenant, aggregate, head);
      EventExport export =
          write(
              log,
              query,
              origin == null ? "lexohub.localhost/log" : origin,
              scope(log, tenant, aggregate, query),
              file,
              new Progress(err, "exported", log.count(query)));
      out.println(export.events() + " events to " + file);
      return 0;
    } finally {
      database.destroy();
    }
  }

  private static Map<String, Object> scope(
      LogReader log, @Nullable String tenant, @Nullable String aggregate, LogQuery query) {
    if (tenant != null) {
      return EventExport.scope(tenant, null);
    }
    if (aggregate == null) {
      return Map.of("log", true);
    }
    return log.page(query, 1).rows().stream()
        .map(LogRow::tenant)
        .findFirst()
        .map(owner -> EventExport.scope(owner, aggregate))
        .orElseThrow(() -> new Options.Unusable("there is no aggregate " + aggregate));
  }

  /** Whole or not at all: what stands under the name is finished. */
  private static EventExport write(
      LogReader log,
      LogQuery query,
      String origin,
      Map<String, Object> scope,
      Path file,
      Progress progress)
      throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".part");
    try {
      EventExport export;
      try (OutputStream out =
          new BufferedOutputStream(compressed(file, Files.newOutputStream(unfinished)), 1 << 16)) {
        export = new EventExport(out, origin, scope, query.through());
        log.forEach(
            query,
            row -> {
              export.add(row);
              progress.one();
            });
        export.end();
      }
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
      progress.end();
      return export;
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** By the file's name, as {@code audit verify} reads it. */
  private static OutputStream compressed(Path file, OutputStream out) throws IOException {
    return file.toString().endsWith(".gz") ? new GZIPOutputStream(out, 1 << 16) : out;
  }

  private ExportCommand() {}
}
