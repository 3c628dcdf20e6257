package za.lexohub.audit.command;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import za.lexohub.audit.checkpoint.FolderObjects;
import za.lexohub.audit.checkpoint.LogKey;
import za.lexohub.audit.checkpoint.SigningKey;
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

  private static final int PUBLIC_BYTES = 32;

  public static int run(Options options, PrintStream out, PrintStream err) {
    options.only("jdbc", "user", "key", "bucket", "origin", "by", "reason");
    String line = options.required("key");
    byte[] publicKey = publicKey(line);
    LogKey before = key(line.substring(0, line.indexOf('+')), publicKey);
    Path bucket = Path.of(options.required("bucket"));
    if (!Files.isDirectory(bucket)) {
      throw new Options.Unusable("no folder: " + bucket);
    }
    String origin = options.optional("origin");
    LogKey after = origin == null ? null : key(origin, publicKey);
    String by = after == null ? "" : options.required("by");
    String reason = after == null ? "" : options.required("reason");
    SingleConnectionDataSource database = options.database();
    try {
      Restoration restoration = new Restoration(database, new FolderObjects(bucket), before);
      Restoration.Found found =
          restoration.look(position -> err.println("compared up to " + position));
      out.println(text(found));
      if (after == null) {
        return found.missing() == 0 ? 0 : 1;
      }
      long position =
          restoration.goOn(found, after, by, reason, new EventSerializer(new EventTypes()));
      out.printf("recorded as LogRestored at position %d%n", position);
      out.printf("the log's key is from now on %s%n", after.verifierKey());
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

  private static LogKey key(String name, byte[] publicKey) {
    try {
      return new LogKey(name, new PublicHalf(publicKey));
    } catch (IllegalArgumentException noName) {
      throw new Options.Unusable(noName.getMessage());
    }
  }

  /** Of a line {@code name+id+key}, as it was noted when the log began. */
  private static byte[] publicKey(String line) {
    String[] parts = line.split("\\+", 3);
    if (parts.length == 3) {
      try {
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        byte[] publicKey = Arrays.copyOfRange(typed, 1, 1 + PUBLIC_BYTES);
        if (Note.verifierKey(parts[0], publicKey).equals(line)) {
          return publicKey;
        }
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException wrong) {
        // The same answer.
      }
    }
    throw new Options.Unusable("--key is no key of a log: name+id+key");
  }

  /** Nothing is signed here. */
  private record PublicHalf(byte[] publicKey) implements SigningKey {
    @Override
    public byte[] sign(byte[] message) {
      throw new IllegalStateException("the secret half is not here");
    }
  }

  private RestoredCommand() {}
}
