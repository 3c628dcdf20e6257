package za.lexohub.audit.command;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import za.lexohub.audit.checkpoint.FolderObjects;
import za.lexohub.audit.seal.Restoration;
import za.lexohub.audit.tlog.Note;
import za.lexohub.messages.serialization.EventSerializer;
import za.lexohub.messages.serialization.EventTypes;

/**
 * Says which sealed events a restored log lacks. With a new name for the log it records that, and
 * the log is sealed on under that name. Ends with 0 when nothing is missing or it was recorded, and
 * with 1 when something is missing and nothing was recorded.
 */
public final class RestoredCommand {

  public static int run(Options options, PrintStream out, PrintStream err) {
    options.only("jdbc", "user", "key", "bucket", "origin", "by", "reason");
    String key = key(options.required("key"));
    Path bucket = Path.of(options.required("bucket"));
    if (!Files.isDirectory(bucket)) {
      throw new Options.Unusable("no folder: " + bucket);
    }
    String origin = options.optional("origin");
    String by = origin == null ? "" : options.required("by");
    String reason = origin == null ? "" : options.required("reason");
    if (origin != null) {
      requireName(origin);
    }
    SingleConnectionDataSource database = options.database();
    try {
      Restoration restoration = new Restoration(database, new FolderObjects(bucket), key);
      Restoration.Found found =
          restoration.look(position -> err.println("compared up to " + position));
      out.println(text(found));
      if (origin == null) {
        return found.missing() == 0 ? 0 : 1;
      }
      long position =
          restoration.goOn(found, origin, by, reason, new EventSerializer(new EventTypes()));
      out.printf("recorded as LogRestored at position %d%n", position);
      out.printf("the log's key is from now on %s%n", Restoration.verifierKey(found, origin));
      return 0;
    } catch (Restoration.Refused refused) {
      out.println("REFUSED " + refused.getMessage());
      return 1;
    } finally {
      database.destroy();
    }
  }

  private static String text(Restoration.Found found) {
    String begins =
        "; it begins with what the checkpoint of size %d has sealed".formatted(found.compared());
    return found.missing() == 0
        ? "restored to %d, checkpoint %d: nothing that was sealed is missing%s"
            .formatted(found.head(), found.sealed(), begins)
        : "restored to %d, checkpoint %d > %d: missing %d events%s"
            .formatted(found.head(), found.sealed(), found.head(), found.missing(), begins);
  }

  private static void requireName(String origin) {
    try {
      Note.requireName(origin);
    } catch (IllegalArgumentException noName) {
      throw new Options.Unusable(noName.getMessage());
    }
  }

  /** A line {@code name+id+key}, as it was noted when the log began. */
  private static String key(String line) {
    try {
      Note.publicKey(line.split("\\+", 2)[0], line);
      return line;
    } catch (IllegalArgumentException wrong) {
      throw new Options.Unusable("--key is no key of a log: name+id+key");
    }
  }

  private RestoredCommand() {}
}
