package za.lexohub.processes.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The same events make the same bytes, wherever and whenever they are rendered. */
class SameBytesTest {

  private static final Path THIS_JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  /**
   * What renderer version 1 makes of the samples. Other bytes need another {@link
   * PdfRenderer#VERSION}, and then these lines change with it.
   */
  private static final List<String> VERSION_1 =
      List.of(
          "42fad5ca7c9bf7eb9fec6c7beac6f4870499bea68c99b5fb1a2dd4829e27ace0",
          "64a30007855d917ca1e40c47c6026ff868453518ff6e778260d8df42b051a464",
          "2d130ce78c9f3048a3be0be1225db5a9c5344899a70f80f47f7457f29953aac2",
          "4fbc4021126ce41a6a1959eda53adb2f48d01a17ddc8aa58730cd1f828c3f3ce",
          "35655a8c67949f9b48d58d8211581327d04b8dc171c036d3aec17ed4a07bd30f",
          "c8181117d26f472fce2e77dfbe3145ab8319279d45804d846e5a23fd2850f843",
          "45411b04a4f7cbb47fe4e5e2a0e73f6ebb45b7781e19b54ec9164d92788aae91",
          "f722c759110260075c13138b502e353caa641eea2dedd3c4b0b6e23aafeb05ac");

  @Test
  void bytesOnlyChangeWithTheRenderersVersion() {
    assertThat(PdfRenderer.VERSION).isEqualTo("1");
    assertThat(Fingerprints.all()).isEqualTo(VERSION_1);
  }

  @ParameterizedTest
  @CsvSource({
    "ar,EG,Pacific/Auckland,ISO-8859-1,ar_EG Pacific/Auckland",
    "th,TH,America/St_Johns,UTF-16,th_TH America/St_Johns",
    "tr,TR,UTC,US-ASCII,tr_TR UTC"
  })
  void anotherJvmWithOtherDefaultsMakesTheSameBytes(
      String language, String country, String zone, String encoding, String defaults)
      throws Exception {
    List<String> lines =
        inAnotherJvm(
            THIS_JAVA,
            0,
            "-Duser.language=" + language,
            "-Duser.country=" + country,
            "-Duser.timezone=" + zone,
            "-Dfile.encoding=" + encoding);
    assertThat(lines).first().isEqualTo(defaults);
    assertThat(lines.subList(2, lines.size())).isEqualTo(Fingerprints.all());
  }

  /** Every JDK that this machine has: this one, with another collector, at the least. */
  static Stream<Path> jvms() {
    return Jdks.found(21).map(jdk -> jdk.resolve("bin/java"));
  }

  /** {@code -Dlexohub.papers=1000} renders as many as a long proof wants. */
  @ParameterizedTest
  @MethodSource("jvms")
  void anotherJdkWithAnotherCollectorMakesTheSameBytesOfAnyInvoice(Path java) throws Exception {
    int papers = Integer.getInteger("lexohub.papers", 20);
    String other = Fingerprints.collectors().contains("G1") ? "-XX:+UseParallelGC" : "-XX:+UseG1GC";

    List<String> lines =
        inAnotherJvm(
            java,
            papers,
            other,
            "-Duser.language=ar",
            "-Duser.country=EG",
            "-Duser.timezone=Pacific/Kiritimati",
            "-Dfile.encoding=ISO-8859-1");

    assertThat(lines.get(0)).isEqualTo("ar_EG Pacific/Kiritimati");
    assertThat(lines.get(1)).isNotEqualTo(Fingerprints.collectors());
    List<String> here = Fingerprints.any(papers);
    assertThat(lines.subList(lines.size() - papers, lines.size())).isEqualTo(here);
    assertThat(here).as("papers that differ").doesNotHaveDuplicates();
  }

  @Test
  void papersSetAtTheSameTimeDoNotDisturbEachOther() throws Exception {
    List<String> alone = Fingerprints.all();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<List<String>>> tasks =
          IntStream.range(0, 8).<Callable<List<String>>>mapToObj(i -> Fingerprints::all).toList();
      for (Future<List<String>> together : threads.invokeAll(tasks)) {
        assertThat(together.get()).isEqualTo(alone);
      }
    }
  }

  private static List<String> inAnotherJvm(Path java, int papers, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "-Dstdout.encoding=US-ASCII",
            "-cp",
            System.getProperty("java.class.path"),
            Fingerprints.class.getName(),
            Integer.toString(papers)));
    Process jvm =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    assertThat(jvm.waitFor()).as(output).isZero();
    return output.lines().toList();
  }
}
