package za.lexohub.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code tiles}: a copy of the log's tiles alone hashes to the checkpoint. */
final class TilesCommand {

  static void run(Options options, Findings findings, Progress progress)
      throws IOException, Unreadable {
    Path folder = options.file(0, "DIR");
    KeyRing keys = options.keys(folder, findings);
    List<Path> files = options.paths("--checkpoint");
    if (files.isEmpty()) {
      throw new Unreadable("--checkpoint FILE is missing");
    }
    if (!Files.isDirectory(folder)) {
      throw new Unreadable("no folder: " + folder);
    }
    Checkpoints checkpoints = new Checkpoints(keys, findings);
    for (Path file : files) {
      checkpoints.add(file.toString(), Options.read(file, Checkpoints.LARGEST));
    }
    if (checkpoints.all().isEmpty()) {
      return;
    }
    Checkpoint newest = checkpoints.all().getLast();
    TileTree tree = new TileTree(Tiles.in(folder), newest, findings);
    if (!tree.root()) {
      tree.rootWith(Map.of());
    }
    if (tree.rooted()) {
      long proved = walk(tree, progress);
      findings.fact(proved + " tile(s) hash to the checkpoint of size " + newest.size());
      strangers(folder, tree, findings);
      for (Checkpoint checkpoint : checkpoints.all()) {
        byte[] root = tree.rootAt(checkpoint.size());
        if (root != null && !Arrays.equals(root, checkpoint.root())) {
          findings.add(
              "checkpoint of size "
                  + checkpoint.size()
                  + " is no prefix of the log in these tiles");
        }
      }
    }
    checkpoints.fact();
  }

  private static long walk(TileTree tree, Progress progress) throws IOException {
    long proved = 0;
    for (int level = 7; level >= 0; level--) {
      long entries = tree.size() >> 8 * level;
      for (long number = 0; number * Tiles.WIDTH < entries; number++) {
        proved += tree.proved(level, number, Map.of()) == null ? 0 : 1;
        progress.step();
      }
    }
    return proved;
  }

  /**
   * Every other file under {@code tile/}: earlier partial tiles must agree with the proved ones.
   */
  private static void strangers(Path folder, TileTree tree, Findings findings) throws IOException {
    if (!Files.isDirectory(folder.resolve("tile"))) {
      return;
    }
    int newer = 0;
    try (Stream<Path> files = Files.walk(folder.resolve("tile"))) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        Optional<Tiles.Place> place = Tiles.Place.of(path);
        if (place.isEmpty()) {
          findings.add(path + ": not the name of a tile");
        } else if (place.get().level() > 7
            || place.get().number() * Tiles.WIDTH + place.get().width()
                > tree.size() >> 8 * place.get().level()) {
          newer++;
        } else {
          byte[][] hashes = tree.proved(place.get().level(), place.get().number(), Map.of());
          byte[] bytes = Tiles.in(folder).read(path).orElseThrow();
          if (hashes != null && !agrees(bytes, hashes, place.get().width())) {
            findings.add(path + " altered: it differs from the proved tile in its place");
          }
        }
      }
    }
    if (newer > 0) {
      findings.note(newer + " tile(s) reach beyond this checkpoint and are not checked");
    }
  }

  private static boolean agrees(byte[] bytes, byte[][] hashes, int width) {
    if (bytes.length != width * 32) {
      return false;
    }
    for (int i = 0; i < width; i++) {
      if (!Arrays.equals(Arrays.copyOfRange(bytes, 32 * i, 32 * i + 32), hashes[i])) {
        return false;
      }
    }
    return true;
  }

  private TilesCommand() {}
}
