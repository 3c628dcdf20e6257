package za.lexohub.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packs that want to do something to the one who checks them. */
class HostilePacksTest {

  private static final SamplePack.Keys KEYS = SamplePack.Keys.fresh();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"../outside.txt", "/etc/cron.d/job", "C:\\autorun.inf", "a/../../b", "a//b"})
  void a_name_that_leaves_the_folder_is_told_even_when_it_is_signed(String name) {
    SamplePack pack = pack();
    pack.files.put(name, new byte[] {1});
    assertThat(verify(pack.sign(KEYS.pack()).zip()).report())
        .startsWith("NOT VERIFIED")
        .contains("unsafe name");
  }

  @Test
  void names_that_differ_in_case_alone_are_told() {
    SamplePack pack = pack();
    pack.files.put("Events.ndjson", new byte[] {1});
    assertThat(verify(pack.sign(KEYS.pack()).zip()).report()).contains("in the pack twice");
  }

  @Test
  void a_file_that_is_there_twice_is_told() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>(pack().files);
    byte[] events = files.get("events.ndjson");
    files.put("events.ndjsoX", Arrays.copyOf(events, events.length - 1));
    byte[] zip = SamplePack.zip(files);
    replace(zip, "events.ndjsoX", "events.ndjson");
    Run run = verify(zip);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.report()).contains("events.ndjson is in the pack twice");
  }

  @Test
  void bytes_that_only_some_programs_see_are_told() {
    byte[] zip = pack().zip();
    byte[] other = SamplePack.zip(Map.of("events.ndjson", new byte[] {1}));
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(other);
    both.writeBytes(zip);
    Run run = verify(both.toByteArray());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.report()).startsWith("NOT VERIFIED");
  }

  @Test
  void a_file_that_swells_without_end_is_refused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("README.txt"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 100; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    Run run = verify(bytes.toByteArray());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.report()).contains("unpacks to more than");
  }

  @Test
  void what_a_pack_says_cannot_move_the_readers_cursor() {
    SamplePack pack = pack();
    pack.files.put("\u001b[2Jgone\u202e.txt", new byte[] {1});
    String report = verify(pack.zip()).report();
    assertThat(report).startsWith("NOT VERIFIED").doesNotContain("\u001b", "\u202e");
  }

  @Test
  void a_document_of_another_event_is_told() {
    SamplePack pack = pack();
    List<String> names = pack.files.keySet().stream().filter(n -> n.endsWith(".pdf")).toList();
    byte[] first = pack.files.get(names.get(0));
    pack.files.put(names.get(0), pack.files.get(names.get(1)));
    pack.files.put(names.get(1), first);
    Run run = verify(pack.sign(KEYS.pack()).zip());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.report()).contains("recorded another document than " + names.get(0));
  }

  private static SamplePack pack() {
    return new SamplePack(SampleLog.of(11, 200), null, null, 200, List.of(), KEYS);
  }

  private Run verify(byte[] zip) {
    return Run.of(
        "pack",
        "--key",
        KEYS.log().verifierKey(),
        "--pack-key",
        KEYS.pack().verifierKey(),
        Run.write(folder, "pack.zip", zip));
  }

  private static void replace(byte[] in, String from, String to) {
    byte[] old = SampleLog.utf8(from);
    byte[] now = SampleLog.utf8(to);
    for (int i = 0; i + old.length <= in.length; i++) {
      if (Arrays.equals(in, i, i + old.length, old, 0, old.length)) {
        System.arraycopy(now, 0, in, i, now.length);
      }
    }
  }
}
