package za.lexohub.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person meets at the command line. */
class VerifyTest {

  private static final SamplePack.Keys KEYS = SamplePack.Keys.fresh();
  private static final String KEY = KEYS.log().verifierKey();
  private static final SampleLog LOG = SampleLog.of(9, 300);

  @TempDir Path folder;

  @Test
  void help_is_there_for_the_asking_and_is_no_error() {
    assertThat(Run.of("--help").exit()).isZero();
    assertThat(Run.of("--help").report()).contains("pack", "proof", "export", "tiles", "Exit code");
    assertThat(Run.of().exit()).isEqualTo(2);
    assertThat(Run.of().errors()).contains("java -jar verifier.jar pack");
  }

  @Test
  void what_cannot_be_checked_is_neither_verified_nor_altered() {
    Path text = Run.write(folder, "letter.txt", SampleLog.utf8("Dear Sir,\nno.\n"));
    Path checkpoint = Run.write(folder, "checkpoint", LOG.checkpoint(300, KEYS.log()));
    for (List<Object> words :
        List.<List<Object>>of(
            List.of("audit"),
            List.of("pack", "--key", KEY, folder.resolve("none.zip")),
            List.of("pack", "--key", "mistyped", text),
            List.of("pack", "--key", KEY, text),
            List.of("pack", "--colour", text),
            List.of("export", "--key", KEY, text),
            List.of("export", "--key", KEY, "--checkpoint", checkpoint, text),
            List.of("export", "--checkpoint", checkpoint, text),
            List.of("tiles", "--key", KEY, folder),
            List.of("proof", "--key", KEY, text),
            List.of("proof", "--key"))) {
      Run run = Run.of(words);
      assertThat(run.exit()).describedAs(words.toString()).isEqualTo(2);
      assertThat(run.errors()).startsWith("NOTHING VERIFIED: ");
      assertThat(run.report()).isEmpty();
    }
  }

  @Test
  void a_compressed_export_is_read_as_it_is_and_a_damaged_one_is_told() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(LOG.wholeExport());
    }
    Path checkpoint = Run.write(folder, "checkpoint", LOG.checkpoint(300, KEYS.log()));
    Path file = Run.write(folder, "events.ndjson.gz", bytes.toByteArray());
    assertThat(Run.of("export", "--key", KEY, "--checkpoint", checkpoint, file).exit()).isZero();
    Run.write(folder, "events.ndjson.gz", java.util.Arrays.copyOf(bytes.toByteArray(), 5_000));
    Run run = Run.of("export", "--key", KEY, "--checkpoint", checkpoint, file);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.report()).contains("damaged or cut off");
  }

  @Test
  void events_behind_the_newest_checkpoint_are_not_taken_for_proved() {
    Path checkpoint = Run.write(folder, "checkpoint", LOG.checkpoint(290, KEYS.log()));
    Path file = Run.write(folder, "events.ndjson", LOG.wholeExport());
    Run run = Run.of("export", "--key", KEY, "--checkpoint", checkpoint, file);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.report()).contains("positions 291 to 300: not covered by any checkpoint given");
    Run allowed =
        Run.of("export", "--allow-unsealed", "--key", KEY, "--checkpoint", checkpoint, file);
    assertThat(allowed.exit()).isZero();
    assertThat(allowed.report())
        .contains("read the WARNING", "WARNING: positions 291 to 300: not covered");
  }

  @Test
  void two_checkpoints_of_one_size_with_different_roots_are_two_histories() {
    Path one = Run.write(folder, "one", LOG.checkpoint(300, KEYS.log()));
    Path other = Run.write(folder, "other", SampleLog.of(1, 300).checkpoint(300, KEYS.log()));
    Path file = Run.write(folder, "events.ndjson", LOG.wholeExport());
    Run run = Run.of("export", "--key", KEY, "--checkpoint", one, "--checkpoint", other, file);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.report()).contains("the log has told two histories");
  }

  @Test
  void a_part_of_the_log_verifies_with_tiles_and_not_without() {
    String tenant = SampleLog.TENANTS.getFirst();
    List<SampleLog.Row> part =
        LOG.rows.stream().filter(row -> row.tenant().equals(tenant)).toList();
    Path file =
        Run.write(
            folder, "events.ndjson", LOG.export("{\"tenant\":\"" + tenant + "\"}", part, 300));
    Map<String, byte[]> bucket = new TreeMap<>(LOG.tiles(300));
    bucket.put("checkpoint", LOG.checkpoint(300, KEYS.log()));
    bucket.put("checkpoints/000000000100", LOG.checkpoint(100, KEYS.log()));
    Path tiles = Run.writeAll(folder.resolve("bucket"), bucket);
    assertThat(Run.of("export", "--key", KEY, "--tiles", tiles, file).exit()).isZero();
    Path checkpoint = tiles.resolve("checkpoint");
    assertThat(Run.of("export", "--key", KEY, "--checkpoint", checkpoint, file).exit())
        .isEqualTo(2);
  }

  @Test
  void the_report_is_also_there_for_programs() throws Malformed {
    Path file =
        Run.write(
            folder, "events.ndjson", LOG.export("{\"log\":true}", LOG.rows.subList(0, 90), 90));
    Path checkpoint = Run.write(folder, "checkpoint", LOG.checkpoint(100, KEYS.log()));
    Run run = Run.of("export", "--json", "--key", KEY, "--checkpoint", checkpoint, file);
    Map<String, Object> report = Json.readObject(run.report());
    assertThat(report).containsEntry("verdict", "altered");
    assertThat(report.get("findings").toString())
        .contains("log ends at 90, checkpoint covers 100: 10 events missing");
  }

  @Test
  void keys_taken_from_the_pack_itself_are_warned_of_on_the_first_line() {
    Path pack =
        Run.write(folder, "pack.zip", new SamplePack(LOG, null, null, 300, List.of(), KEYS).zip());
    Run run = Run.of("pack", pack);
    assertThat(run.exit()).isZero();
    assertThat(run.report().lines().findFirst().orElseThrow()).contains("WARNING");
    assertThat(run.report()).contains("WARNING: the log's key", "WARNING: the pack's key", KEY);
  }

  @Test
  void the_page_travels_with_the_jar() {
    assertThat(Verify.class.getResource("/za/lexohub/verifier/verify.html")).isNotNull();
  }
}
