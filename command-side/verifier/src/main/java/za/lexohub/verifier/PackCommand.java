package za.lexohub.verifier;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipException;

/** {@code pack}: everything in an auditor's ZIP. */
final class PackCommand {

  private static final String MANIFEST = "manifest.txt";
  private static final String EVENTS = "events.ndjson";
  private static final int LARGEST = 256 << 20;

  private final PackZip pack;
  private final Findings findings;
  private final Progress progress;
  private KeyRing keys;
  private KeyRing packKeys;

  private PackCommand(PackZip pack, Findings findings, Progress progress) {
    this.pack = pack;
    this.findings = findings;
    this.progress = progress;
  }

  static void run(Options options, Findings findings, Progress progress)
      throws IOException, Unreadable {
    Path file = options.file(0, "PACK.zip");
    GivenKeys given = options.keysIfGiven();
    List<KeyPeriod> packKeys = new ArrayList<>(given.packs());
    packKeys.addAll(options.periods(Options.PACK_KEY));
    try (InputStream in = Files.newInputStream(file)) {
      if (!new String(in.readNBytes(2), StandardCharsets.ISO_8859_1).equals("PK")) {
        throw new Unreadable("this is no ZIP file: " + file);
      }
    }
    progress.now("reading the pack");
    try (PackZip pack = new PackZip(file, findings)) {
      PackCommand command = new PackCommand(pack, findings, progress);
      command.keys(given.log(), packKeys);
      command.verify();
    } catch (ZipException | EOFException e) {
      findings.add("the ZIP itself is damaged or cut off: " + e.getMessage());
    }
  }

  private void verify() throws IOException, Unreadable {
    Manifest manifest = manifest();
    if (keys == null) {
      return;
    }
    Checkpoints checkpoints = new Checkpoints(keys, findings);
    Checkpoint newest = checkpoint(checkpoints);
    List<Checkpoint> known = new ArrayList<>();
    for (Checkpoint checkpoint : checkpoints.all()) {
      if (newest != null && checkpoint.size() > newest.size()) {
        findings.note("the pack also holds a later checkpoint, of size " + checkpoint.size());
      } else {
        known.add(checkpoint);
      }
    }
    if (!pack.files().containsKey(EVENTS)) {
      findings.add(EVENTS + " missing");
      return;
    }
    progress.now("checking the events");
    TileTree tiles = newest == null ? null : new TileTree(pack, newest, findings);
    Export export =
        new EventCheck(() -> pack.open(EVENTS), known, tiles, documents(), findings, progress)
            .run();
    if (manifest != null) {
      agree(manifest, newest, export);
    }
    if (newest != null && export.header() != null) {
      Export.Header header = export.header();
      if (header.checkpointSize() != newest.size() || !header.origin().equals(newest.origin())) {
        findings.add(EVENTS + " and the checkpoint are not of the same log and size");
      }
    }
    findings.fact(
        export.events()
            + " event(s), positions "
            + export.first()
            + " to "
            + export.last()
            + (export.header() == null ? "" : ", scope " + export.header().scope().text()));
    findings.fact(pack.files().size() + " files, packed " + created(manifest));
    checkpoints.fact();
  }

  private void keys(List<KeyPeriod> log, List<KeyPeriod> packs) throws IOException {
    List<VerifierKey> inPack = inPack();
    VerifierKey own = inPack.isEmpty() ? null : inPack.get(0);
    VerifierKey ownPack = inPack.isEmpty() ? null : inPack.get(1);
    List<KeyPeriod> chosen = chosen(log, own, "log");
    if (!chosen.isEmpty()) {
      keys = new KeyRing(chosen);
      keys.follow(changes(), findings);
      if (own != null && !keys.holds(own)) {
        findings.add("key.txt names another log key than the one given");
      }
    }
    // What a key of the log has signed is believed by whoever brought one along.
    KeyRing derived = log.isEmpty() ? null : keys.ofPacks(packs);
    if (packs.isEmpty() && derived != null && ownPack != null && derived.holds(ownPack)) {
      packKeys = derived;
      return;
    }
    List<KeyPeriod> chosenPacks = chosen(packs, ownPack, "pack");
    if (!chosenPacks.isEmpty()) {
      packKeys = derived == null || packs.isEmpty() ? new KeyRing(chosenPacks) : derived;
      if (ownPack != null && !packKeys.holds(ownPack)) {
        findings.add("key.txt names another pack key than the one given");
      }
    }
  }

  private List<VerifierKey> inPack() throws IOException {
    List<VerifierKey> inPack = new ArrayList<>();
    try {
      Optional<byte[]> file = pack.read("key.txt", Checkpoints.LARGEST);
      if (file.isPresent()) {
        for (String line : Bytes.utf8(file.get()).lines().toList()) {
          inPack.add(VerifierKey.read(line));
        }
      }
      if (inPack.size() != 2) {
        throw new Malformed("two lines with a key each are expected");
      }
      return inPack;
    } catch (Malformed e) {
      findings.add("key.txt is missing or altered: " + e.getMessage());
      return List.of();
    }
  }

  private Map<String, byte[]> changes() throws IOException {
    Map<String, byte[]> changes = new TreeMap<>();
    for (String name : pack.files().keySet()) {
      if (name.startsWith("key-changes/")) {
        try {
          changes.put(name, pack.read(name, Checkpoints.LARGEST).orElseThrow());
        } catch (Malformed e) {
          findings.add("key change unreadable, altered (" + e.getMessage() + "): " + name);
        }
      }
    }
    return changes;
  }

  private List<KeyPeriod> chosen(List<KeyPeriod> given, VerifierKey own, String whose) {
    if (!given.isEmpty()) {
      return given;
    }
    if (own == null) {
      findings.add("no key of the " + whose + " is known: its signatures cannot be checked");
      return List.of();
    }
    findings.warn(
        "the "
            + whose
            + "'s key was taken from the pack itself, which proves nothing by itself. Compare it"
            + " with the one published elsewhere: "
            + own.text());
    return List.of(KeyPeriod.always(own));
  }

  private Manifest manifest() throws IOException {
    try {
      Optional<byte[]> file = pack.read(MANIFEST, LARGEST);
      if (file.isEmpty()) {
        findings.add(MANIFEST + " missing");
        return null;
      }
      Manifest manifest = Manifest.read(file.get(), name -> pack.read(name, LARGEST).orElse(null));
      String refusal =
          packKeys == null ? null : packKeys.refusalFor(manifest.note(), manifest.checkpointSize());
      if (refusal != null) {
        findings.add(MANIFEST + " " + refusal);
      }
      manifest.compare(pack.files(), MANIFEST, findings);
      return manifest;
    } catch (Malformed e) {
      findings.add(MANIFEST + " unreadable, altered (" + e.getMessage() + ")");
      return null;
    }
  }

  private Checkpoint checkpoint(Checkpoints checkpoints) throws IOException {
    Checkpoint newest = null;
    for (String name : pack.files().keySet()) {
      boolean main = name.equals("checkpoint");
      if (main || name.startsWith("checkpoints/")) {
        try {
          byte[] bytes = pack.read(name, Checkpoints.LARGEST).orElseThrow();
          Checkpoint checkpoint = checkpoints.add(name, bytes);
          newest = main ? checkpoint : newest;
          if (!main
              && checkpoint != null
              && !name.substring(12).replaceFirst("^0+(?=.)", "").equals("" + checkpoint.size())) {
            findings.add(name + " is the checkpoint of size " + checkpoint.size());
          }
        } catch (Malformed e) {
          findings.add("checkpoint unreadable, altered (" + e.getMessage() + "): " + name);
        }
      }
    }
    if (!pack.files().containsKey("checkpoint")) {
      findings.add("checkpoint missing");
    }
    return newest;
  }

  private Documents documents() throws IOException {
    Map<String, String> hashes = new HashMap<>();
    pack.files().forEach((name, content) -> hashes.put(name, content.sha256()));
    try {
      Optional<byte[]> json = pack.read("documents.json", LARGEST);
      return new Documents(json.orElse("[]".getBytes(StandardCharsets.UTF_8)), hashes, findings);
    } catch (Malformed e) {
      findings.add("documents.json: " + e.getMessage());
      return null;
    }
  }

  private void agree(Manifest manifest, Checkpoint newest, Export export) {
    Export.Header header = export.header();
    if (header != null
        && (!header.origin().equals(manifest.origin())
            || !header.scope().text().equals(manifest.scope())
            || header.checkpointSize() != manifest.checkpointSize())) {
      findings.add("the manifest and " + EVENTS + " differ in origin, scope or checkpoint");
    }
    if (newest != null
        && (newest.size() != manifest.checkpointSize()
            || !Bytes.base64(newest.root()).equals(manifest.root()))) {
      findings.add("the pack's checkpoint is not the one that its manifest names");
    }
    String counted =
        export.events()
            + (export.events() == 0 ? " - -" : " " + export.first() + " " + export.last());
    if (!counted.equals(manifest.events())) {
      findings.add(
          "the manifest counts \"events " + manifest.events() + "\", the pack holds " + counted);
    }
  }

  private static String created(Manifest manifest) {
    return manifest == null ? "at an unknown time" : manifest.created();
  }
}
