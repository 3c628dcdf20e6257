package za.lexohub.verifier;

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

  static Manifest read(byte[] bytes) throws Malformed {
    SignedNote note = SignedNote.read(bytes);
    String[] lines = note.text().split("\n", -1);
    if (lines.length < 7 || !lines[0].equals("lexohub-pack v1")) {
      throw new Malformed("no manifest of version 1");
    }
    String[] checkpoint = after(lines[4], "checkpoint ").split(" ", -1);
    if (checkpoint.length != 2) {
      throw new Malformed("its line \"checkpoint\" has another form");
    }
    Map<String, PackZip.Content> files = new LinkedHashMap<>();
    for (int i = 6; i < lines.length - 1; i++) {
      String[] parts = after(lines[i], "file ").split(" ", 3);
      if (parts.length != 3) {
        throw new Malformed("its line " + (i + 1) + " has another form");
      }
      Bytes.hex(parts[0], 32);
      PackZip.Content content = new PackZip.Content(parts[0], Bytes.decimal(parts[1]));
      if (files.put(parts[2], content) != null) {
        throw new Malformed("it lists " + parts[2] + " twice");
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
