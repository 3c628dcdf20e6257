package za.lexohub.api.attachment;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.bulkhead.RequestBulkhead;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.api.reading.Freshness;
import za.lexohub.api.reading.Listing;
import za.lexohub.api.reading.Parameters;
import za.lexohub.api.reading.Reads;
import za.lexohub.api.reading.Takes;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.attachment.DocumentType;
import za.lexohub.messages.document.Documents;
import za.lexohub.messages.document.StoredDocument;
import za.lexohub.query.attachment.AttachmentQueries;
import za.lexohub.readmodels.attachment.AttachmentFilter;
import za.lexohub.readmodels.attachment.AttachmentSort;
import za.lexohub.readmodels.attachment.AttachmentView;
import za.lexohub.role.QueryRole;

/** Shows documents that were added to files, and hands them out. */
@RestController
@QueryRole
@RequestMapping("/api/v1/attachments")
public final class AttachmentReads {
  private enum Status {
    PENDING,
    STORED,
    LINKED,
    REMOVED
  }

  private final AttachmentQueries attachments;
  private final Documents documents;
  private final Reads reads;

  AttachmentReads(AttachmentQueries attachments, Documents documents, Reads reads) {
    this.attachments = attachments;
    this.documents = documents;
    this.reads = reads;
  }

  @GetMapping("/{id}")
  @Needs(Permission.READ_BOOKS)
  @Takes
  ResponseEntity<AttachmentView> get(
      HttpServletRequest request, Caller caller, @PathVariable UUID id) {
    return reads.one(
        request,
        AttachmentView::version,
        consistency -> attachments.get(caller.tenant().value(), id, consistency));
  }

  @GetMapping
  @Needs(Permission.READ_BOOKS)
  @Takes(
      list = true,
      value = {"status", "type", "fileId"},
      sorts = {"createdAt"})
  ResponseEntity<Listing<AttachmentView>> list(HttpServletRequest request, Caller caller) {
    Parameters given = new Parameters(request);
    AttachmentFilter filter =
        new AttachmentFilter(
            Parameters.names(given.anyOf("status", Status.class)),
            Parameters.names(given.anyOf("type", DocumentType.class)),
            given.uuid("fileId"));
    var sort = given.sort(AttachmentSort.values(), AttachmentSort.CREATED_AT);
    int limit = given.limit();
    return reads.page(
        request,
        (after, consistency) ->
            attachments.list(caller.tenant().value(), filter, sort, limit, after, consistency));
  }

  /** Always for saving, never for showing: what is in it was written by whoever uploaded it. */
  @GetMapping("/{id}/content")
  @Needs(Permission.READ_BOOKS)
  @Takes
  ResponseEntity<Resource> content(
      HttpServletRequest request, Caller caller, @PathVariable UUID id) {
    AttachmentView attachment =
        attachments
            .get(caller.tenant().value(), id, Freshness.of(request))
            .map(answer -> answer.value())
            .filter(view -> !view.status().equals(Status.REMOVED.name()))
            .orElseThrow(
                () -> Refusal.of(ProblemCode.NOT_FOUND, "There is nothing at this address."));
    String key = attachment.key();
    if (key == null || !attachment.status().equals(Status.STORED.name())) {
      throw Refusal.of(
          ProblemCode.DOCUMENT_NOT_READY,
          key == null ? "It lies elsewhere: see its url." : "Its upload was not confirmed yet.");
    }
    StoredDocument document = documents.read(caller.tenant(), key);
    RequestBulkhead.giveBack(request);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(String.valueOf(attachment.mediaType())))
        .contentLength(document.size())
        .cacheControl(CacheControl.noStore())
        .header("X-Content-Type-Options", "nosniff")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(attachment.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(new InputStreamResource(document.content()));
  }
}
