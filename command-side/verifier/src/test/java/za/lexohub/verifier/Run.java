package za.lexohub.verifier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One run of the verifier as a person would start it, and what it printed. */
record Run(int exit, String report, String errors) {

  private static final Pattern NAMED =
      Pattern.compile(
          "positions? (\\d+)(?:(?: to |, | and )(\\d+))?|log ends at (\\d+), checkpoint covers"
              + " (\\d+)");

  static Run of(Object... arguments) {
    List<String> words = new ArrayList<>();
    for (Object argument : arguments) {
      if (argument instanceof List<?> list) {
        list.forEach(word -> words.add(word.toString()));
      } else {
        words.add(argument.toString());
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        Verify.run(
            words.toArray(String[]::new),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Run(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  static Path write(Path folder, String name, byte[] bytes) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path writeAll(Path folder, Map<String, byte[]> files) {
    files.forEach((name, bytes) -> write(folder, name, bytes));
    return folder;
  }

  /** The first and last position of each finding. */
  List<long[]> named() {
    List<long[]> named = new ArrayList<>();
    report.lines().filter(line -> line.startsWith("  ! ")).forEach(line -> named(line, named));
    return named;
  }

  private static void named(String finding, List<long[]> named) {
    Matcher matcher = NAMED.matcher(finding);
    while (matcher.find()) {
      if (matcher.group(3) != null) {
        named.add(
            new long[] {Long.parseLong(matcher.group(3)) + 1, Long.parseLong(matcher.group(4))});
        continue;
      }
      long from = Long.parseLong(matcher.group(1));
      long to = matcher.group(2) == null ? from : Long.parseLong(matcher.group(2));
      if (matcher.group().contains(", ")) {
        named.add(new long[] {from, from});
        named.add(new long[] {to, to});
      } else {
        named.add(new long[] {from, to});
      }
    }
  }

  boolean names(long position) {
    return named().stream().anyMatch(range -> range[0] <= position && position <= range[1]);
  }

  /** Names this position by itself, and no other. */
  boolean namesOnly(long position) {
    return names(position)
        && named().stream().allMatch(range -> range[0] == position && range[1] == position);
  }
}
