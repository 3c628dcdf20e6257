package za.lexohub.verifier;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** {@code export}: a whole log (or, with tiles, a part of it) against what was sealed. */
final class ExportCommand {

  static void run(Options options, Findings findings, Progress progress)
      throws IOException, Unreadable {
    Path file = options.file(0, "EXPORT.ndjson");
    Path folder = options.path("--tiles");
    KeyRing keys = options.keys(folder, findings);
    Checkpoints checkpoints = new Checkpoints(keys, findings);
    List<Path> files = new ArrayList<>(options.paths("--checkpoint"));
    if (folder != null) {
      files.addAll(in(folder));
    }
    if (files.isEmpty()) {
      throw new Unreadable(
          "nothing to verify against: give at least one --checkpoint FILE, or --tiles DIR with a"
              + " checkpoint in it");
    }
    for (Path path : files) {
      checkpoints.add(path.toString(), Options.read(path, Checkpoints.LARGEST));
    }
    List<Checkpoint> all = checkpoints.all();
    boolean tiled = folder != null && !all.isEmpty();
    TileTree tiles = tiled ? new TileTree(Tiles.in(folder), all.getLast(), findings) : null;
    try {
      if (tiles == null && !wholeLog(file, progress)) {
        throw new Unreadable(
            "this export holds a part of the log only: give --tiles DIR, or verify the pack");
      }
      EventCheck check = new EventCheck(() -> open(file), all, tiles, null, findings, progress);
      if (options.allowsUnsealed()) {
        check.allowUnsealed();
      }
      Export export = check.run();
      Export.Header header = export.header();
      if (header != null && !header.origin().equals(keys.name())) {
        findings.add("the export is of another log: " + header.origin());
      }
      findings.fact(
          export.events()
              + " event(s), positions "
              + export.first()
              + " to "
              + export.last()
              + (header == null ? "" : ", scope " + header.scope().text()));
    } catch (ZipException | EOFException e) {
      findings.add("the compressed file is damaged or cut off: " + e.getMessage());
    }
    checkpoints.fact();
  }

  private static boolean wholeLog(Path file, Progress progress) throws IOException {
    try (InputStream in = open(file)) {
      Export.Header header = new Export(in, new Findings(), progress).header();
      return header == null || header.scope().wholeLog();
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    if (!file.toString().endsWith(".gz")) {
      return in;
    }
    try {
      return new GZIPInputStream(in, 1 << 16);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** The checkpoints that a copy of the log's bucket holds beside its tiles. */
  private static List<Path> in(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isRegularFile(folder.resolve("checkpoint"))) {
      files.add(folder.resolve("checkpoint"));
    }
    if (Files.isDirectory(folder.resolve("checkpoints"))) {
      try (Stream<Path> older = Files.list(folder.resolve("checkpoints"))) {
        older.sorted().forEach(files::add);
      }
    }
    return files;
  }

  private ExportCommand() {}
}
