package za.lexohub.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The words after the command: options with a value each, and files. */
final class Options {

  /** The one option without a value. */
  static final String UNSEALED = "--allow-unsealed";

  static final String KEY = "--key";

  static final String KEYS = "--keys";

  static final String KEY_CHANGE = "--key-change";

  static final String PACK_KEY = "--pack-key";

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

  /** The keys given, one by one or in a list; they may be none. */
  GivenKeys keysIfGiven() throws IOException, Unreadable {
    List<KeyPeriod> all = new ArrayList<>(periods(KEY));
    for (Path file : paths(KEYS)) {
      try {
        all.addAll(KeyPeriod.list(Bytes.utf8(read(file, Checkpoints.LARGEST))));
      } catch (Malformed e) {
        throw new Unreadable(file + ": " + e.getMessage());
      }
    }
    try {
      return GivenKeys.of(all);
    } catch (Malformed e) {
      throw new Unreadable(KEY + ": " + e.getMessage());
    }
  }

  /** The log's keys, with the changes given or lying in a copy of its bucket. */
  KeyRing keys(Path bucket, Findings findings) throws IOException, Unreadable {
    List<KeyPeriod> given = keysIfGiven().log();
    if (given.isEmpty()) {
      throw new Unreadable(KEY + " is missing: the log's key, as its operator publishes it");
    }
    KeyRing keys = new KeyRing(given);
    List<Path> files = new ArrayList<>(paths(KEY_CHANGE));
    if (bucket != null && Files.isDirectory(bucket.resolve("key-changes"))) {
      try (Stream<Path> changes = Files.list(bucket.resolve("key-changes"))) {
        changes.sorted().forEach(files::add);
      }
    }
    Map<String, byte[]> changes = new LinkedHashMap<>();
    for (Path file : files) {
      changes.put(file.toString(), read(file, Checkpoints.LARGEST));
    }
    keys.follow(changes, findings);
    return keys;
  }

  List<KeyPeriod> periods(String option) throws Unreadable {
    List<KeyPeriod> periods = new ArrayList<>();
    for (String text : values.getOrDefault(option, List.of())) {
      try {
        periods.add(KeyPeriod.read(text));
      } catch (Malformed e) {
        throw new Unreadable(option + ": " + e.getMessage());
      }
    }
    return periods;
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
