package za.lexohub.projectors.golden;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.Locale;
import za.lexohub.embedded.postgres.Database;

/** Reads a log into read models in a JVM of its own, and says what is usual there. */
final class Elsewhere {

  private Elsewhere() {}

  /**
   * Ends with 0 when all events were applied.
   *
   * @param arguments the log's name; the database's address, owner, application and password; the
   *     address of Redis
   */
  public static void main(String[] arguments) throws Exception {
    System.out.println(
        Locale.getDefault() + " " + ZoneId.systemDefault() + " " + Charset.defaultCharset());
    SegmentsReplayIT.Log log = SegmentsReplayIT.Log.named(arguments[0]);
    Database database =
        new Database(
            "elsewhere", arguments[1], arguments[2], arguments[3], arguments[4], "nobody", "");
    try (GoldenReadModels models = new GoldenReadModels(log.vault(), database, arguments[5])) {
      log.events().forEach(models::apply);
      System.out.println(models.parked().size() + " parked");
    }
  }
}
