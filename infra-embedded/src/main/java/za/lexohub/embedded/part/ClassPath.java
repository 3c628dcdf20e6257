package za.lexohub.embedded.part;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the jars of a part are that runs in a JVM of its own: the build writes it down beside the
 * launcher.
 */
public final class ClassPath {

  private ClassPath() {}

  /**
   * The class path of a part: its launcher module, then its jars.
   *
   * @throws PartFailed when the jars are not where the build saw them
   */
  public static String of(String name, String part) throws IOException {
    String resource = "za/lexohub/embedded/" + name + ".classpath";
    URL url = ClassPath.class.getClassLoader().getResource(resource);
    if (url == null) {
      throw missing(part, resource);
    }
    String jars;
    try (InputStream stream = url.openStream()) {
      jars = new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
    for (String jar : jars.split(File.pathSeparator)) {
      if (!Files.exists(Path.of(jar))) {
        throw missing(part, jar);
      }
    }
    return module(url, resource, part) + File.pathSeparator + jars;
  }

  private static Path module(URL url, String resource, String part) {
    try {
      if (url.getProtocol().equals("file")) {
        Path file = Path.of(url.toURI());
        return file.getRoot()
            .resolve(file.subpath(0, file.getNameCount() - Path.of(resource).getNameCount()));
      }
      String jar = url.getPath().substring(0, url.getPath().indexOf("!/"));
      return Path.of(new URI(jar));
    } catch (URISyntaxException | IllegalArgumentException | StringIndexOutOfBoundsException e) {
      throw missing(part, url.toString());
    }
  }

  private static PartFailed missing(String part, String what) {
    return new PartFailed(
        "%s cannot start because %s is not on this machine.".formatted(part, what),
        "Start LexoHub by Maven from its root, which fetches it.");
  }
}
