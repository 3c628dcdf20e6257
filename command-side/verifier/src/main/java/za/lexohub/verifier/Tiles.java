package za.lexohub.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where tiles of hashes are read from: files of up to 256 hashes of 32 bytes, C2SP tlog-tiles. */
interface Tiles {

  int WIDTH = 256;
  Pattern PATH =
      Pattern.compile(
          "tile/(0|[1-9]|[1-5][0-9]|6[0-3])/((?:x\\d{3}/)*\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");

  /** The bytes of a file of this path, or nothing when there is none. */
  Optional<byte[]> read(String path) throws IOException;

  /** A tile's place: its level, its number in the level, and how many hashes it holds. */
  record Place(int level, long number, int width) {

    String path() {
      StringBuilder digits = new StringBuilder(String.format(Locale.ROOT, "%03d", number % 1000));
      for (long rest = number / 1000; rest > 0; rest /= 1000) {
        digits.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
      }
      return "tile/" + level + "/" + digits + (width == WIDTH ? "" : ".p/" + width);
    }

    /** The place that a path names, or nothing when it names none. */
    static Optional<Place> of(String path) {
      Matcher matcher = PATH.matcher(path);
      if (!matcher.matches() || matcher.group(2).length() > 19) {
        return Optional.empty();
      }
      long number = Long.parseLong(matcher.group(2).replaceAll("[x/]", ""));
      int width = matcher.group(3) == null ? WIDTH : Integer.parseInt(matcher.group(3));
      Place place = new Place(Integer.parseInt(matcher.group(1)), number, width);
      return place.path().equals(path) ? Optional.of(place) : Optional.empty();
    }
  }

  /** Tiles in a folder that holds {@code tile/…}. */
  static Tiles in(Path folder) {
    return path -> {
      Path file = folder.resolve(path);
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      try (var in = Files.newInputStream(file)) {
        return Optional.of(in.readNBytes(WIDTH * 32 + 1));
      }
    };
  }
}
