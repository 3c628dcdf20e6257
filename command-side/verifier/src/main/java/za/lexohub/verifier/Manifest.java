package za.lexohub.verifier;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The signed list of what a pack holds. */
record Manifest(
    String origin,
    String scope,
    String created,
    long checkpointSize,
    String root,
    String events,
    Map<String, PackZip.Content> files,
    SignedNote note) {

  /** In version 2 the list of files is a file of its own. */
  private static final String LIST = "files.txt";

  /** The content of a file of the pack, or null when there is none. */
  interface Lookup {
    byte[] read(String name) throws IOException, Malformed;
  }

  static Manifest read(byte[] bytes, Lookup pack) throws IOException, Malformed {
    SignedNote note = SignedNote.read(bytes);
    String[] lines = note.text().split("\n", -1);
    boolean listed = lines[0].equals("lexohub-pack v2");
    if (lines.length < 7 || !listed && !lines[0].equals("lexohub-pack v1")) {
      throw new Malformed("no manifest of version 1 or 2");
    }
    String[] checkpoint = after(lines[4], "checkpoint ").split(" ", -1);
    if (checkpoint.length != 2) {
      throw new Malformed("its line \"checkpoint\" has another form");
    }
    Map<String, PackZip.Content> files = new LinkedHashMap<>();
    add(files, Arrays.copyOfRange(lines, 6, lines.length - 1), 7);
    if (listed) {
      if (!files.keySet().equals(Set.of(LIST))) {
        throw new Malformed("a manifest of version 2 lists " + LIST + " alone");
      }
      byte[] list = pack.read(LIST);
      if (list != null) {
        // Altered or not: whether it is the one that was signed is compared with the other files.
        add(files, Bytes.utf8(list).split("\n"), 1);
      }
    }
    return new Manifest(
        after(lines[1], "origin "),
        after(lines[2], "scope "),
        after(lines[3], "created "),
        Bytes.decimal(checkpoint[0]),
        checkpoint[1],
        after(lines[5], "events "),
        files,
        note);
  }

  private static void add(Map<String, PackZip.Content> files, String[] lines, int first)
      throws Malformed {
    for (int i = 0; i < lines.length; i++) {
      String[] parts = after(lines[i], "file ").split(" ", 3);
      if (parts.length != 3) {
        throw new Malformed("its line " + (first + i) + " has another form");
      }
      Bytes.hex(parts[0], 32);
      PackZip.Content content = new PackZip.Content(parts[0], Bytes.decimal(parts[1]));
      if (files.put(parts[2], content) != null) {
        throw new Malformed("it lists " + parts[2] + " twice");
      }
    }
  }

  /** Tells which files are missing, altered or not listed; {@code own} is the manifest's name. */
  void compare(Map<String, PackZip.Content> actual, String own, Findings findings) {
    Set<String> unlisted = new HashSet<>(actual.keySet());
    unlisted.remove(own);
    files.forEach(
        (name, content) -> {
          unlisted.remove(name);
          if (!actual.containsKey(name)) {
            findings.add(name + " missing: the manifest lists it");
          } else if (!actual.get(name).equals(content)) {
            findings.add(name + " altered: not the file that the manifest lists (SHA-256 differs)");
          }
        });
    unlisted.stream()
        .sorted()
        .forEach(name -> findings.add(name + " added: the manifest does not list it"));
  }

  private static String after(String line, String word) throws Malformed {
    if (!line.startsWith(word) || line.length() == word.length()) {
      throw new Malformed("its line \"" + word.strip() + "\" is missing");
    }
    return line.substring(word.length());
  }
}
