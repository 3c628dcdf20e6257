package za.lexohub.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A log of sixty events whose key was changed after the checkpoint of size 40: what the Java
 * verifier and the page say, which has to be the same.
 */
class KeyChangesTest {

  private static final int AFTER = 40;
  private static final int SIZE = 60;
  private static final SampleLog LOG = SampleLog.of(11, SIZE);
  private static final TestKey OLD = TestKey.named(SampleLog.ORIGIN);
  private static final TestKey NEW = TestKey.named(SampleLog.ORIGIN);
  private static final TestKey FOREIGN = TestKey.named(SampleLog.ORIGIN);
  private static final String LIST =
      line(OLD, "1-40")
          + line(OLD.ofPacks(), "1-40")
          + line(NEW, "41-")
          + line(NEW.ofPacks(), "40-");

  private static Page page;

  @TempDir Path folder;

  @BeforeAll
  static void load() {
    page = new Page();
  }

  @AfterAll
  static void close() {
    page.close();
  }

  @Test
  void each_key_is_good_for_what_it_has_signed() {
    byte[] pack = changed().sign(NEW.ofPacks()).zip();

    assertThat(judged(pack, LIST)).isEqualTo("verified");
    assertThat(judged(pack, NEW.verifierKey())).isEqualTo("verified");
    assertThat(judged(pack, OLD.verifierKey()))
        .startsWith("verified\nWARNING")
        .contains("took over after size 40", NEW.verifierKey());
    assertThat(judged(pack, ""))
        .startsWith("verified\nWARNING: the log's key was taken from the pack")
        .contains("WARNING: the pack's key was taken from the pack");
  }

  @Test
  void a_pack_from_before_the_change_still_verifies() {
    SamplePack.Keys keys = new SamplePack.Keys(OLD, OLD.ofPacks());
    byte[] pack = new SamplePack(LOG, null, null, 30, List.of(20), keys).zip();

    assertThat(judged(pack, LIST)).isEqualTo("verified");
    assertThat(judged(pack, OLD.verifierKey())).isEqualTo("verified");
    assertThat(judged(pack, NEW.verifierKey()))
        .startsWith("altered")
        .contains("key.txt names another log key", "signed by an unknown key");
  }

  @Test
  void at_the_border_a_pack_may_be_signed_by_the_new_key() {
    SamplePack.Keys keys = new SamplePack.Keys(OLD, NEW.ofPacks());
    SamplePack pack = new SamplePack(LOG, null, null, AFTER, List.of(20), keys);
    keysIn(pack, NEW);
    pack.files.put("key-changes/000001", NEW.follows(OLD, 1, AFTER));

    assertThat(judged(pack.sign(NEW.ofPacks()).zip(), LIST)).isEqualTo("verified");
    assertThat(judged(pack.sign(NEW.ofPacks()).zip(), NEW.verifierKey())).isEqualTo("verified");
  }

  @Test
  void a_foreign_key_is_refused() {
    SamplePack pack = changed();
    pack.files.put("checkpoint", LOG.checkpoint(SIZE, FOREIGN));

    for (String keys : List.of(LIST, NEW.verifierKey(), OLD.verifierKey())) {
      assertThat(judged(pack.sign(NEW.ofPacks()).zip(), keys))
          .startsWith("altered")
          .contains("checkpoint signed by an unknown key: checkpoint");
    }
  }

  @Test
  void a_retired_key_signs_nothing_any_more() {
    SamplePack pack = changed();
    pack.files.put("checkpoint", LOG.checkpoint(SIZE, OLD));
    byte[] late = pack.sign(NEW.ofPacks()).zip();
    byte[] lateManifest = changed().sign(OLD.ofPacks()).zip();

    for (String keys : List.of(LIST, NEW.verifierKey(), OLD.verifierKey())) {
      assertThat(judged(late, keys))
          .startsWith("altered")
          .contains("checkpoint signed by a key that is retired since size 40: checkpoint");
      assertThat(judged(lateManifest, keys))
          .startsWith("altered")
          .contains("manifest.txt signed by a key that is retired since size 40");
    }
  }

  @Test
  void a_key_has_signed_nothing_before_its_time() {
    SamplePack pack = changed();
    pack.files.put("checkpoints/000000000020", LOG.checkpoint(20, NEW));

    assertThat(judged(pack.sign(NEW.ofPacks()).zip(), LIST))
        .startsWith("altered")
        .contains("came into use only after size 40: checkpoints/000000000020");
  }

  @Test
  void a_swapped_list_of_keys_does_not_agree_with_what_the_keys_have_signed() {
    String swapped =
        line(NEW, "1-40")
            + line(NEW.ofPacks(), "1-40")
            + line(OLD, "41-")
            + line(OLD.ofPacks(), "40-");

    assertThat(judged(changed().sign(NEW.ofPacks()).zip(), swapped))
        .startsWith("altered")
        .contains(
            "key-changes/000001 says that keys changed after size 40; the list of keys given says"
                + " something else");
  }

  @Test
  void whoever_stole_the_old_key_cannot_name_another_successor_to_somebody_with_the_list() {
    SamplePack pack = changed();
    keysIn(pack, FOREIGN);
    pack.files.put("checkpoint", LOG.checkpoint(SIZE, FOREIGN));
    pack.files.remove("checkpoints/000000000050");
    pack.files.put("key-changes/000001", FOREIGN.follows(OLD, 1, AFTER));
    byte[] stolen = pack.sign(FOREIGN.ofPacks()).zip();

    assertThat(judged(stolen, LIST))
        .startsWith("altered")
        .contains("signed by an unknown key", "not on the list of keys given");
    assertThat(judged(stolen, OLD.verifierKey()))
        .startsWith("verified\nWARNING")
        .contains(FOREIGN.verifierKey());
    pack.files.put("key-changes/000002", NEW.follows(OLD, 2, AFTER));
    assertThat(judged(pack.sign(FOREIGN.ofPacks()).zip(), OLD.verifierKey()))
        .startsWith("altered")
        .contains("two successors");
  }

  @Test
  void whoever_stole_the_key_at_the_end_of_a_list_cannot_name_a_successor_to_it() {
    SamplePack pack = changed();
    keysIn(pack, FOREIGN);
    pack.files.put("checkpoint", LOG.checkpoint(SIZE, FOREIGN));
    pack.files.put("key-changes/000002", FOREIGN.follows(NEW, 2, 50));
    byte[] stolen = pack.sign(FOREIGN.ofPacks()).zip();

    for (String keys : List.of(LIST, line(NEW, "41-"))) {
      assertThat(judged(stolen, keys))
          .startsWith("altered")
          .contains(
              "checkpoint signed by an unknown key: checkpoint",
              "key-changes/000002 names a successor that is not on the list of keys given: "
                  + FOREIGN.verifierKey());
    }
    assertThat(judged(stolen, NEW.verifierKey()))
        .startsWith("verified\nWARNING")
        .contains("took over after size 50", FOREIGN.verifierKey());
  }

  @Test
  void a_list_of_the_first_key_alone_is_a_list_too() {
    byte[] pack = changed().sign(NEW.ofPacks()).zip();

    assertThat(judged(pack, line(OLD, "1-")))
        .startsWith("altered")
        .contains("not on the list of keys given: " + NEW.verifierKey());
  }

  @Test
  void a_change_that_one_of_the_two_has_not_signed_is_none() {
    SamplePack pack = changed();
    String signed = new String(NEW.follows(OLD, 1, AFTER), StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>(signed.lines().toList());
    lines.removeLast();
    pack.files.put("key-changes/000001", SampleLog.utf8(String.join("\n", lines) + "\n"));
    assertThat(judged(pack.sign(NEW.ofPacks()).zip(), OLD.verifierKey()))
        .startsWith("altered")
        .contains("has not signed it", "checkpoint signed by an unknown key");

    pack.files.put("key-changes/000001", SampleLog.utf8(signed.replace("after 40", "after 59")));
    assertThat(judged(pack.sign(NEW.ofPacks()).zip(), LIST))
        .startsWith("altered")
        .contains("key change unreadable, altered", "signature invalid");
  }

  @Test
  void a_manifest_may_sign_the_list_of_files_in_their_place() {
    SamplePack pack = changed().signList(NEW.ofPacks());
    assertThat(judged(pack.zip(), LIST)).isEqualTo("verified");

    byte[] list = pack.files.get("files.txt").clone();
    list[7] ^= 1;
    pack.files.put("files.txt", list);
    assertThat(judged(pack.zip(), LIST)).startsWith("altered").contains("files.txt altered");
    pack.files.remove("files.txt");
    assertThat(judged(pack.zip(), LIST)).startsWith("altered").contains("files.txt missing");
    SamplePack more = changed().signList(NEW.ofPacks());
    more.files.put("more.txt", SampleLog.utf8("more"));
    assertThat(judged(more.zip(), LIST)).startsWith("altered").contains("more.txt added");
  }

  @Test
  void proofs_exports_and_tiles_know_the_changes_of_keys_too() {
    byte[] event = SampleLog.utf8(LOG.rows.get(3).line());
    byte[] proof = LOG.proof(3, SIZE, NEW);
    byte[] change = NEW.follows(OLD, 1, AFTER);
    Path eventFile = Run.write(folder, "event.json", event);
    Path proofFile = Run.write(folder, "event.tlog-proof", proof);
    Path list = Run.write(folder, "keys.txt", SampleLog.utf8("# both\n" + LIST));
    Path bucket = Run.writeAll(folder.resolve("bucket"), LOG.tiles(SIZE));
    Path changeFile = Run.write(bucket, "key-changes/000001", change);
    Run.write(bucket, "checkpoint", LOG.checkpoint(SIZE, NEW));
    Run.write(bucket, "checkpoints/000000000040", LOG.checkpoint(AFTER, OLD));
    Path export = Run.write(folder, "events.ndjson", LOG.wholeExport());
    Path newest = bucket.resolve("checkpoint");

    for (Run run :
        List.of(
            Run.of("proof", "--keys", list, eventFile, proofFile),
            Run.of(
                "proof",
                "--key",
                OLD.verifierKey(),
                "--key-change",
                changeFile,
                eventFile,
                proofFile),
            Run.of("export", "--keys", list, "--tiles", bucket, export),
            Run.of("export", "--key", OLD.verifierKey(), "--tiles", bucket, export),
            Run.of("tiles", "--key", OLD.verifierKey(), "--checkpoint", newest, bucket),
            Run.of("tiles", "--keys", list, "--checkpoint", newest, bucket))) {
      assertThat(run.exit()).describedAs(run.report() + run.errors()).isZero();
      assertThat(run.report()).contains("signed by " + SampleLog.ORIGIN);
    }
    assertThat(Run.of("proof", "--key", OLD.verifierKey(), eventFile, proofFile).report())
        .contains("signed by an unknown key");
    byte[] late = LOG.proof(3, SIZE, OLD);
    assertThat(Run.of("proof", "--keys", list, eventFile, Run.write(folder, "late", late)).report())
        .contains("retired since size 40");

    assertThat(page.proof(event, proof, LIST, new byte[0])).isEqualTo("verified");
    assertThat(page.proof(event, proof, OLD.verifierKey(), change)).startsWith("verified\nNOTE");
    assertThat(page.proof(event, proof, OLD.verifierKey(), new byte[0])).startsWith("altered");
    assertThat(page.proof(event, late, LIST, new byte[0])).contains("retired since size 40");
  }

  @Test
  void a_list_that_is_none_checks_nothing() {
    Path text = Run.write(folder, "text", SampleLog.utf8("hello\n"));
    Path two =
        Run.write(
            folder,
            "two",
            SampleLog.utf8(line(OLD, "1-40") + line(TestKey.named("other.example/log"), "41-")));
    for (Path list : List.of(text, two)) {
      Run run = Run.of("proof", "--keys", list, text, text);
      assertThat(run.exit()).describedAs(run.report()).isEqualTo(2);
    }
    assertThat(Run.of("proof", "--key", OLD.verifierKey() + " 9-3", text, text).exit())
        .isEqualTo(2);
  }

  /** Sealed by the old key up to 40, by the new one since; not signed yet. */
  private static SamplePack changed() {
    SamplePack.Keys keys = new SamplePack.Keys(NEW, NEW.ofPacks());
    SamplePack pack = new SamplePack(LOG, null, null, SIZE, List.of(20, AFTER, 50), keys);
    pack.files.put("checkpoints/000000000020", LOG.checkpoint(20, OLD));
    pack.files.put("checkpoints/000000000040", LOG.checkpoint(AFTER, OLD));
    pack.files.put("key-changes/000001", NEW.follows(OLD, 1, AFTER));
    return pack;
  }

  private static void keysIn(SamplePack pack, TestKey key) {
    pack.files.put(
        "key.txt", SampleLog.utf8(key.verifierKey() + "\n" + key.ofPacks().verifierKey() + "\n"));
  }

  private static String line(TestKey key, String sizes) {
    return key.verifierKey() + " " + sizes + "\n";
  }

  /** What both verifiers say, once. */
  private String judged(byte[] zip, String keys) {
    Path pack = Run.write(folder, "pack.zip", zip);
    List<Object> words = new ArrayList<>(List.of("pack"));
    if (!keys.isEmpty()) {
      words.add("--keys");
      words.add(Run.write(folder, "keys", SampleLog.utf8(keys)));
    }
    words.add(pack);
    Run run = Run.of(words.toArray());
    String said = said(run);
    assertThat(page.pack(zip, keys).replace("NOTE: ", ""))
        .describedAs(run.report() + run.errors())
        .isEqualTo(said);
    return said;
  }

  /** The report without its facts, in the words of the page. */
  private static String said(Run run) {
    List<String> lines = new ArrayList<>();
    lines.add(run.exit() == 0 ? "verified" : "altered");
    run.report()
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("! "))
        .forEach(line -> lines.add(line.substring(2)));
    run.report()
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("WARNING") || line.startsWith("NOTE: "))
        .forEach(line -> lines.add(line.replaceFirst("^NOTE: ", "")));
    return String.join("\n", lines);
  }
}
