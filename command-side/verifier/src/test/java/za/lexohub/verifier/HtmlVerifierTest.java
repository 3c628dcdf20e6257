package za.lexohub.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The script of verify.html, written a second time in another language, comes to the same verdicts
 * as the Java verifier. {@code -Dlexohub.mutations.html=N} sets how many altered packs both judge.
 */
class HtmlVerifierTest {

  private static final SamplePack.Keys KEYS = SamplePack.Keys.fresh();
  private static String html;
  private static Context context;
  private static Value verifyPack;
  private static Value verifyProof;

  @TempDir Path folder;

  @BeforeAll
  static void load() throws IOException {
    try (InputStream in = Verify.class.getResourceAsStream("/za/lexohub/verifier/verify.html")) {
      html = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    context =
        Context.newBuilder("js")
            .option("engine.WarnInterpreterOnly", "false")
            .option("js.ecmascript-version", "2020")
            .build();
    context.eval("js", scripts().getFirst());
    context.eval(
        "js",
        "const raw = (text) => Uint8Array.from(text, (c) => c.charCodeAt(0));const told ="
            + " ({verdict, findings, notes}) => [verdict, ...findings, ...notes.map((n) => 'NOTE: '"
            + " + n)].join('\\n"
            + "');");
    verifyPack =
        context.eval(
            "js",
            "(pack, key, packKey) => told(LexoHubVerifier.verifyPack(raw(pack), {key, packKey}))");
    verifyProof =
        context.eval(
            "js",
            "(event, proof, key) => told(LexoHubVerifier.verifyProof(raw(event), raw(proof),"
                + " key))");
  }

  @AfterAll
  static void close() {
    context.close();
  }

  @ParameterizedTest(name = "a clean pack of {0} events verifies in the page")
  @ValueSource(ints = {0, 1, 2, 257})
  void a_clean_pack_verifies(int size) {
    SampleLog log = SampleLog.of(size, size);
    List<Integer> older = size > 2 ? List.of(0, 1, size / 2) : List.of();
    assertThat(page(new SamplePack(log, null, null, size, older, KEYS).zip()))
        .isEqualTo("verified");
    if (size > 2) {
      String tenant = SampleLog.TENANTS.getFirst();
      String verdict = page(new SamplePack(log, tenant, null, size, older, KEYS).zip());
      assertThat(verdict).startsWith("verified").doesNotContain("altered");
    }
  }

  @Test
  void altered_packs_are_judged_as_by_the_java_verifier() {
    PackMutants mutants = new PackMutants(SampleLog.of(7, 72), KEYS);
    int count = Integer.getInteger("lexohub.mutations.html", 20);
    for (long seed = 1; seed <= count; seed++) {
      PackMutants.Altered altered = mutants.any(new Random(seed));
      String verdict = page(altered.zip());
      Run run = java(altered.zip());
      String told = "seed " + seed + " " + altered.what() + "\n" + verdict + "\n" + run.report();
      assertThat(verdict).describedAs(told).startsWith("altered").contains(altered.named());
      assertThat(run.exit()).describedAs(told).isEqualTo(1);
      assertThat(positions(verdict)).describedAs(told).isEqualTo(positions(findings(run)));
    }
  }

  @Test
  void the_keys_of_the_pack_itself_are_used_with_a_warning() {
    byte[] zip = new SamplePack(SampleLog.of(3, 20), null, null, 20, List.of(), KEYS).zip();
    String verdict = verifyPack.execute(latin1(zip), "", "").asString();
    assertThat(verdict)
        .startsWith("verified")
        .contains("NOTE: the log's key was taken from the pack");
    assertThat(verifyPack.execute(latin1(zip), "mistyped", "").asString()).startsWith("unreadable");
    String other = TestKey.named(SampleLog.ORIGIN).verifierKey();
    assertThat(verifyPack.execute(latin1(zip), other, "").asString())
        .startsWith("altered")
        .contains("signed by an unknown key", "key.txt names another log key");
  }

  @Test
  void a_proof_is_judged_as_by_the_java_verifier() {
    SampleLog log = SampleLog.of(4, 120);
    String key = KEYS.log().verifierKey();
    for (int seed = 0; seed < 16; seed++) {
      Random random = new Random(seed);
      int index = random.nextInt(120);
      byte[] event = SampleLog.utf8(log.rows.get(index).line());
      byte[] proof = log.proof(index, 120, KEYS.log());
      boolean clean = seed % 4 == 0;
      if (!clean) {
        byte[] altered = random.nextBoolean() ? event : proof;
        altered[random.nextInt(altered.length - 1)] ^= (byte) (1 << random.nextInt(8));
      }
      String verdict = verifyProof.execute(latin1(event), latin1(proof), key).asString();
      Run run =
          Run.of(
              "proof",
              "--key",
              key,
              Run.write(folder, "event.json", event),
              Run.write(folder, "event.tlog-proof", proof));
      assertThat(verdict).describedAs("seed " + seed).startsWith(clean ? "verified" : "altered");
      assertThat(run.exit()).describedAs("seed " + seed).isEqualTo(clean ? 0 : 1);
    }
  }

  @Test
  void a_zip_that_is_damaged_or_none_is_not_verified() {
    byte[] zip = new SamplePack(SampleLog.of(3, 20), null, null, 20, List.of(), KEYS).zip();
    assertThat(page(Arrays.copyOf(zip, zip.length - 30))).startsWith("altered");
    assertThat(page(SampleLog.utf8("PKnothing"))).startsWith("altered");
    assertThat(page(SampleLog.utf8("%PDF-1.7"))).startsWith("unreadable");
    Random random = new Random(1);
    for (int i = 0; i < 6; i++) {
      byte[] flipped = zip.clone();
      flipped[random.nextInt(zip.length)] ^= (byte) (1 << random.nextInt(8));
      // Some bits of a ZIP mean nothing (a time, an attribute): then the files are what they were.
      if (page(flipped).equals("verified") || java(flipped).exit() == 0) {
        assertThat(SamplePack.unzip(flipped)).isEqualTo(SamplePack.unzip(zip));
      }
    }
  }

  @Test
  void the_page_needs_nothing_from_anywhere_and_writes_only_text() {
    assertThat(html).doesNotContain("http:", "https:", " src=", " href=", "@import", "url(");
    assertThat(html)
        .doesNotContain(
            "innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "fetch(");
    assertThat(html).contains("default-src 'none'").doesNotContain("unsafe-inline");
    for (String script : scripts()) {
      assertThat(html).contains("'sha256-" + hash(script) + "'");
    }
    Matcher style = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(html);
    assertThat(style.find()).isTrue();
    assertThat(html).contains("style-src 'sha256-" + hash(style.group(1)) + "'");
  }

  private static String hash(String text) {
    return Base64.getEncoder().encodeToString(SampleLog.sha256(SampleLog.utf8(text)));
  }

  private static List<String> scripts() {
    List<String> scripts = new ArrayList<>();
    Matcher script = Pattern.compile("<script[^>]*>(.*?)</script>", Pattern.DOTALL).matcher(html);
    while (script.find()) {
      scripts.add(script.group(1));
    }
    return scripts;
  }

  private static String page(byte[] zip) {
    return verifyPack
        .execute(latin1(zip), KEYS.log().verifierKey(), KEYS.pack().verifierKey())
        .asString();
  }

  private Run java(byte[] zip) {
    return Run.of(
        "pack",
        "--key",
        KEYS.log().verifierKey(),
        "--pack-key",
        KEYS.pack().verifierKey(),
        Run.write(folder, "pack.zip", zip));
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String findings(Run run) {
    return run.report().lines().filter(l -> l.startsWith("  ! ")).collect(Collectors.joining("\n"));
  }

  /** Every position named, in the order of their numbers. */
  private static List<String> positions(String report) {
    Matcher matcher = Pattern.compile("positions? \\d+(?:(?: to |, | and )\\d+)?").matcher(report);
    return matcher.results().map(result -> result.group()).sorted().distinct().toList();
  }
}
