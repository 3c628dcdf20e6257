package za.lexohub.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words after the command: options with a value each, and files. */
final class Options {

  /** The one option without a value. */
  static final String UNSEALED = "--allow-unsealed";

  private final Map<String, List<String>> values = new HashMap<>();
  private final List<String> files = new ArrayList<>();

  static Options read(List<String> words, Set<String> known, int files) throws Unreadable {
    Options options = new Options();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals(UNSEALED) && known.contains(word)) {
        options.values.put(word, List.of());
      } else if (known.contains(word)) {
        if (++i == words.size()) {
          throw new Unreadable(word + " needs a value");
        }
        options.values.computeIfAbsent(word, w -> new ArrayList<>()).add(words.get(i));
      } else if (word.startsWith("--")) {
        throw new Unreadable("unknown option " + word);
      } else {
        options.files.add(word);
      }
    }
    if (options.files.size() > files) {
      throw new Unreadable("too many files: " + options.files);
    }
    return options;
  }

  /** The file at this place among the files; it must exist. */
  Path file(int index, String name) throws Unreadable {
    if (index >= files.size()) {
      throw new Unreadable(name + " is missing");
    }
    return existing(files.get(index));
  }

  /** The key, or null when it was not given. */
  VerifierKey keyIfGiven(String option) throws Unreadable {
    String text = one(option);
    try {
      return text == null ? null : VerifierKey.read(text);
    } catch (Malformed e) {
      throw new Unreadable(option + ": " + e.getMessage());
    }
  }

  VerifierKey key(String option) throws Unreadable {
    VerifierKey key = keyIfGiven(option);
    if (key == null) {
      throw new Unreadable(option + " is missing: the log's key, as its operator publishes it");
    }
    return key;
  }

  Path path(String option) throws Unreadable {
    String text = one(option);
    return text == null ? null : existing(text);
  }

  List<Path> paths(String option) throws Unreadable {
    List<Path> paths = new ArrayList<>();
    for (String text : values.getOrDefault(option, List.of())) {
      paths.add(existing(text));
    }
    return paths;
  }

  boolean allowsUnsealed() {
    return values.containsKey(UNSEALED);
  }

  String given() {
    return files.isEmpty() ? "" : files.getFirst();
  }

  static byte[] read(Path file, int limit) throws IOException, Unreadable {
    if (!Files.isRegularFile(file)) {
      throw new Unreadable("no file: " + file);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Bytes.all(in, limit);
    } catch (Malformed e) {
      throw new Unreadable(file + ": " + e.getMessage());
    }
  }

  private String one(String option) throws Unreadable {
    List<String> given = values.getOrDefault(option, List.of());
    if (given.size() > 1) {
      throw new Unreadable(option + " is there twice");
    }
    return given.isEmpty() ? null : given.getFirst();
  }

  private static Path existing(String text) throws Unreadable {
    try {
      Path path = Path.of(text);
      if (Files.exists(path)) {
        return path;
      }
    } catch (InvalidPathException e) {
      // Told below: a name that cannot be one is a file that is not there.
    }
    throw new Unreadable("no such file: " + text);
  }
}
