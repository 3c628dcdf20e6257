package za.lexohub.audit.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.audit.LogProofs;
import za.lexohub.audit.LogProofs.KeyInTime;
import za.lexohub.audit.LogProofs.PackSigner;
import za.lexohub.audit.LogProofs.SignedCheckpoint;
import za.lexohub.audit.LogProofs.Tile;
import za.lexohub.audit.log.EventExport;
import za.lexohub.audit.log.LogReader;
import za.lexohub.audit.log.LogRow;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.document.Documents;
import za.lexohub.messages.document.StoredDocument;

/** What is in a pack, in which order. Events pass through; nothing but a few numbers stays. */
public final class PackContent {

  private static final String PAGE = "/za/lexohub/verifier/verify.html";

  /** Earlier checkpoints that go with it; each proves that the log only grew. */
  private static final int CHECKPOINTS = 100;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final LogReader reader;
  private final LogProofs proofs;
  private final Documents documents;
  private final Schemas schemas;
  private final String origin;

  /**
   * @param origin the name under which the log is sealed
   */
  public PackContent(
      LogReader reader, LogProofs proofs, Documents documents, Schemas schemas, String origin) {
    this.reader = reader;
    this.proofs = proofs;
    this.documents = documents;
    this.schemas = schemas;
    this.origin = origin;
  }

  void write(PackScope scope, OutputStream out) throws IOException {
    try (PackFile zip = new PackFile(out, scope.created())) {
      // No more may come: everything up to the checkpoint is there.
      long events = reader.count(scope.events());
      zip.add(
          "README.txt",
          PackReadme.text(
              scope.line(), scope.created().toString(), events, scope.checkpoint().size()));
      page(zip);
      PackSigner signer = proofs.packSigner(scope.checkpoint().size());
      zip.add("key.txt", signer.verifierKey() + "\n" + signer.packVerifierKey() + "\n");
      keyChanges(zip);
      Packed packed = new Packed();
      EventExport export = events(scope, packed, zip);
      zip.add("checkpoint", scope.checkpoint().note());
      for (SignedCheckpoint earlier :
          proofs.checkpoints(scope.checkpoint().size(), CHECKPOINTS).reversed()) {
        zip.add("checkpoints/%012d".formatted(earlier.size()), earlier.note());
      }
      for (Tile tile : proofs.tiles(scope.checkpoint().size(), packed.positions())) {
        zip.add(tile.path(), tile.content());
      }
      papers(scope.tenant(), packed, zip);
      schemas(packed, zip);
      manifest(scope, export, signer, zip);
    }
  }

  /** How the keys followed from one another: who knows one of them can follow to the others. */
  private void keyChanges(PackFile zip) throws IOException {
    int number = 0;
    for (KeyInTime key : proofs.keys()) {
      if (key.change() != null) {
        zip.add("key-changes/%06d".formatted(++number), key.change());
      }
    }
  }

  private static void page(PackFile zip) throws IOException {
    try (InputStream page = PackContent.class.getResourceAsStream(PAGE)) {
      if (page != null) {
        zip.add("verify.html", page);
      }
    }
  }

  private EventExport events(PackScope scope, Packed packed, PackFile zip) throws IOException {
    EventExport[] export = new EventExport[1];
    zip.add(
        "events.ndjson",
        out -> {
          export[0] = new EventExport(out, origin, scope.json(), scope.checkpoint().size());
          reader.forEach(
              scope.events(),
              row -> {
                export[0].add(row);
                packed.add(row);
              });
          export[0].end();
        });
    return export[0];
  }

  private void papers(TenantId tenant, Packed packed, PackFile zip) throws IOException {
    List<Map<String, @Nullable Object>> list = new ArrayList<>();
    int number = 0;
    for (Packed.Paper paper : packed.papers()) {
      String file = paper(tenant, paper, number + 1, zip);
      if (file == null) {
        continue;
      }
      number++;
      Map<String, @Nullable Object> entry = new LinkedHashMap<>();
      entry.put("file", file);
      entry.put("key", paper.key());
      entry.put("sha256", paper.sha256());
      entry.put("position", paper.position());
      entry.put("eventId", paper.eventId());
      list.add(entry);
    }
    zip.add("documents.json", JSON.writeValueAsString(list) + "\n");
  }

  /** Absent when it is gone for good; what cannot be reached now fails the pack. */
  private @Nullable String paper(TenantId tenant, Packed.Paper paper, int number, PackFile zip)
      throws IOException {
    String name = paper.key().substring(paper.key().indexOf('/') + 1).replace('/', '-');
    String path = "documents/" + number + "-" + name;
    try (StoredDocument document = documents.read(tenant, paper.key())) {
      zip.add(path, document.content());
      return path;
    } catch (NotFound | Documents.DocumentErased gone) {
      return null;
    }
  }

  private void schemas(Packed packed, PackFile zip) throws IOException {
    for (Map.Entry<String, LogRow> kind : packed.kinds().entrySet()) {
      LogRow row = kind.getValue();
      zip.add(
          "schemas/" + kind.getKey() + ".json",
          schemas.jsonSchema(row.type(), Integer.parseInt(row.revision())));
    }
  }

  /** Lists the files itself, or, where no text of that length is signed, the list of them. */
  private void manifest(PackScope scope, EventExport export, PackSigner signer, PackFile zip)
      throws IOException {
    String text = manifest("v1", scope, export, zip.lines());
    if (text.getBytes(StandardCharsets.UTF_8).length > signer.longest()) {
      zip.add("files.txt", String.join("\n", zip.lines()) + "\n");
      text = manifest("v2", scope, export, List.of(zip.lines().getLast()));
    }
    zip.addUnlisted("manifest.txt", signer.sign(text));
  }

  private String manifest(String version, PackScope scope, EventExport export, List<String> files) {
    return """
    lexohub-pack %s
    origin %s
    scope %s
    created %s
    checkpoint %d %s
    events %d %s %s
    %s
    """
        .formatted(
            version,
            origin,
            scope.line(),
            scope.created(),
            scope.checkpoint().size(),
            scope.checkpoint().rootHash(),
            export.events(),
            export.first() == null ? "-" : export.first(),
            export.last() == null ? "-" : export.last(),
            String.join("\n", files));
  }
}
