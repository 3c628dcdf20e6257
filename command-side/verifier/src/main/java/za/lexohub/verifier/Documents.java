package za.lexohub.verifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The documents of a pack, each against the SHA-256 that its event recorded. */
final class Documents {

  private record Document(String file, String sha256, long position, String eventId) {}

  private static final Set<String> RECORDING = Set.of("InvoicePdfStored", "ProFormaPdfStored");

  private final Map<Long, List<Document>> awaited = new HashMap<>();
  private final Findings findings;
  private int matched;
  private int without;

  /** {@code hashes}: the SHA-256 of every file of the pack, by its name. */
  Documents(byte[] json, Map<String, String> hashes, Findings findings) {
    this.findings = findings;
    List<String> listed = new ArrayList<>();
    try {
      if (!(Json.read(Bytes.utf8(json)) instanceof List<?> documents)) {
        throw new Malformed("not a list");
      }
      for (Object element : documents) {
        Map<String, Object> entry = Json.object(element, "an entry");
        Document document =
            new Document(
                Json.string(entry, "file"),
                Json.string(entry, "sha256"),
                Json.whole(entry, "position"),
                Json.string(entry, "eventId"));
        String name = inPack(document.file(), hashes);
        listed.add(name);
        if (!hashes.containsKey(name)) {
          findings.add(name + " missing: documents.json lists it");
        } else if (!hashes.get(name).equals(document.sha256())) {
          findings.at(
              document.position(),
              "@ recorded another document than " + name + ": altered (SHA-256)");
        }
        awaited.computeIfAbsent(document.position(), p -> new ArrayList<>()).add(document);
      }
    } catch (Malformed e) {
      findings.add("documents.json is unreadable: " + e.getMessage());
    }
    for (String name : hashes.keySet()) {
      if (name.startsWith("documents/") && !listed.contains(name)) {
        findings.add(name + ": documents.json does not list it");
      }
    }
  }

  void recorded(EventLine event) {
    List<Document> documents = awaited.remove(event.position());
    if (documents == null) {
      if (RECORDING.contains(event.type())) {
        without++;
      }
      return;
    }
    String sha256 = null;
    try {
      sha256 = Json.string(Json.readObject(event.payload()), "sha256");
    } catch (Malformed e) {
      // An event without such a field records no document; told below like any other difference.
    }
    for (Document document : documents) {
      if (!document.sha256().equals(sha256) || !document.eventId().equals(event.id())) {
        findings.at(event.position(), "@ does not record the document " + document.file());
      } else {
        matched++;
      }
    }
  }

  void finish() {
    awaited.forEach(
        (position, documents) ->
            documents.forEach(
                d -> findings.at(position, "@: no event of this pack there records " + d.file())));
    if (matched > 0) {
      findings.fact(matched + " document(s) are those that the events recorded");
    }
    if (without > 0) {
      findings.note(without + " event(s) record a document that is not in this pack");
    }
  }

  private static String inPack(String file, Map<String, String> hashes) {
    return hashes.containsKey(file) || file.startsWith("documents/") ? file : "documents/" + file;
  }
}
