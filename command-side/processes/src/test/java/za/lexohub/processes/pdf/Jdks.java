package za.lexohub.processes.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The JDKs of this machine, where installers put them. */
final class Jdks {

  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)[^\"]*\"");
  private static final Path HOME = Path.of(System.getProperty("user.home"));
  private static final List<Path> SHELVES =
      List.of(
          Path.of("/usr/lib/jvm"),
          Path.of("/Library/Java/JavaVirtualMachines"),
          HOME.resolve(".sdkman/candidates/java"),
          HOME.resolve(".jdks"));

  /** This one first, then the others of that version or a newer one. */
  static Stream<Path> found(int version) {
    return Stream.concat(
            Stream.of(Path.of(System.getProperty("java.home"))),
            SHELVES.stream()
                .filter(Files::isDirectory)
                .flatMap(Jdks::children)
                .flatMap(jdk -> Stream.of(jdk, jdk.resolve("Contents/Home")))
                .filter(jdk -> isJdk(jdk, version)))
        .map(Jdks::real)
        .distinct();
  }

  private static boolean isJdk(Path home, int version) {
    Path release = home.resolve("release");
    if (!Files.isExecutable(home.resolve("bin/java")) || !Files.isReadable(release)) {
      return false;
    }
    try {
      Matcher found = VERSION.matcher(Files.readString(release));
      return found.find() && Integer.parseInt(found.group(1)) >= version;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> children(Path shelf) {
    try (Stream<Path> children = Files.list(shelf)) {
      return children.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Jdks() {}
}
