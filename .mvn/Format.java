import com.google.googlejavaformat.java.Formatter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Formats the Java sources by google-java-format, or checks that they are formatted. Runs on the
 * toolchain's JDK, because the formatter parses with the JDK that runs it, and Maven's may be older
 * than the language that we write.
 */
class Format {

  public static void main(String[] args) throws Exception {
    boolean apply = args[0].equals("apply");
    Path root = Path.of(args[1]);
    List<Path> sources;
    try (Stream<Path> files = Files.walk(root)) {
      sources =
          files
              .filter(f -> f.toString().endsWith(".java"))
              .filter(f -> !root.relativize(f).toString().matches("(.*/)?(target|\\.lexohub)/.*"))
              .toList();
    }
    List<Path> unformatted = sources.parallelStream().filter(f -> !format(f, apply)).toList();
    if (!apply && !unformatted.isEmpty()) {
      unformatted.forEach(f -> System.err.println("not formatted: " + root.relativize(f)));
      System.err.println("Run: mvn -N process-resources -Pformat");
      System.exit(1);
    }
  }

  /** Whether the file was well formatted as it stood. */
  private static boolean format(Path file, boolean apply) {
    try {
      String source = Files.readString(file);
      String formatted = new Formatter().formatSourceAndFixImports(source);
      if (apply && !formatted.equals(source)) {
        Files.writeString(file, formatted);
      }
      return formatted.equals(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (com.google.googlejavaformat.java.FormatterException e) {
      throw new IllegalStateException("cannot parse " + file + ": " + e.getMessage(), e);
    }
  }
}
