package za.lexohub.api.attachment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.command.Ask;
import za.lexohub.api.command.CommandAnswer;
import za.lexohub.api.command.CommandEndpoint;
import za.lexohub.api.command.CommandRequest;
import za.lexohub.api.command.Creates;
import za.lexohub.api.input.Because;
import za.lexohub.api.input.Nothing;
import za.lexohub.api.party.Sealing;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.api.reading.Freshness;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.attachment.AttachmentCommands.AnnounceAttachment;
import za.lexohub.messages.attachment.AttachmentCommands.ConfirmAttachment;
import za.lexohub.messages.attachment.AttachmentCommands.LinkAttachment;
import za.lexohub.messages.attachment.AttachmentCommands.RemoveAttachment;
import za.lexohub.messages.attachment.AttachmentId;
import za.lexohub.messages.attachment.AttachmentKind;
import za.lexohub.messages.document.Uploads;
import za.lexohub.query.Answer;
import za.lexohub.query.Consistency;
import za.lexohub.readmodels.attachment.AttachmentView;
import za.lexohub.role.CommandRole;

/**
 * Adds documents to matters and invoices: who adds one is told where to put it, puts it straight
 * into the store, and confirms. What lies there is then compared with what was announced.
 */
@RestController
@CommandRole
@RequestMapping("/api/v1")
public final class Attachments {
  private static final String COLLECTION = "/api/v1/attachments";

  private final CommandEndpoint commands;
  private final Sealing sealing;
  private final Uploads uploads;
  private final Announced attachments;

  Attachments(CommandEndpoint commands, Sealing sealing, Uploads uploads, Announced attachments) {
    this.commands = commands;
    this.sealing = sealing;
    this.uploads = uploads;
    this.attachments = attachments;
  }

  @PostMapping("/matters/{id}/attachments")
  @Needs(Permission.ATTACH)
  @Creates
  ResponseEntity<AttachmentAnswer> toMatter(
      HttpServletRequest http,
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody NewAttachment body) {
    return add(http, caller, request, AttachmentKind.MATTER, id, body);
  }

  @PostMapping("/invoices/{id}/attachments")
  @Needs(Permission.ATTACH)
  @Creates
  ResponseEntity<AttachmentAnswer> toInvoice(
      HttpServletRequest http,
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody NewAttachment body) {
    return add(http, caller, request, AttachmentKind.INVOICE, id, body);
  }

  private ResponseEntity<AttachmentAnswer> add(
      HttpServletRequest http,
      Caller caller,
      CommandRequest request,
      AttachmentKind kind,
      UUID fileId,
      NewAttachment body) {
    TenantId tenant = caller.tenant();
    AttachmentId id = new AttachmentId(request.newId(tenant, "attachment"));
    Supplier<TenantCommand> command =
        body.isLink()
            ? () -> link(tenant, kind, fileId, id, body)
            : () -> announce(http, tenant, kind, fileId, id, body);
    ResponseEntity<CommandAnswer> answer =
        commands.handle(request, Ask.creation(caller.actor(), id, COLLECTION, command));
    boolean mayUpload =
        !body.isLink()
            && (!CommandEndpoint.isReplayed(answer) || isAwaited(tenant, fileId, id, body));
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .body(
            new AttachmentAnswer(
                id.toString(),
                Objects.requireNonNull(answer.getBody()).version(),
                mayUpload ? ticket(tenant, kind, fileId, id, body) : null));
  }

  /**
   * Whether a repeated request may still upload: not once the document was confirmed or removed,
   * and not into a file whose keys are gone, for which nothing can be sealed.
   */
  private boolean isAwaited(TenantId tenant, UUID fileId, AttachmentId id, NewAttachment body) {
    sealing.note(tenant, fileId, body.name().strip());
    return attachments
        .get(tenant.value(), id.value(), Consistency.NONE)
        .map(Answer::value)
        .orElseThrow(
            () ->
                Refusal.later(
                    ProblemCode.NOT_YET_APPLIED,
                    "The attachment is newer than this view.",
                    Duration.ofSeconds(1)))
        .status()
        .equals("PENDING");
  }

  private AttachmentAnswer.Upload ticket(
      TenantId tenant, AttachmentKind kind, UUID fileId, AttachmentId id, NewAttachment body) {
    return AttachmentAnswer.Upload.of(
        uploads.ticket(
            tenant,
            uploads.key(tenant, kind, fileId, id),
            Objects.requireNonNull(body.mediaType()),
            Objects.requireNonNull(body.size()),
            Objects.requireNonNull(body.sha256())));
  }

  private LinkAttachment link(
      TenantId tenant, AttachmentKind kind, UUID fileId, AttachmentId id, NewAttachment body) {
    return new LinkAttachment(
        id,
        tenant,
        kind,
        fileId,
        body.type(),
        sealing.note(tenant, fileId, body.name().strip()),
        sealing.note(tenant, fileId, Objects.requireNonNull(body.url())));
  }

  private AnnounceAttachment announce(
      HttpServletRequest http,
      TenantId tenant,
      AttachmentKind kind,
      UUID fileId,
      AttachmentId id,
      NewAttachment body) {
    UUID previous = body.previous();
    int version = previous == null ? 1 : known(http, tenant, previous).documentVersion() + 1;
    return new AnnounceAttachment(
        id,
        tenant,
        kind,
        fileId,
        body.type(),
        version,
        previous == null ? null : new AttachmentId(previous),
        Objects.requireNonNull(body.mediaType()),
        Objects.requireNonNull(body.size()),
        Objects.requireNonNull(body.sha256()),
        uploads.key(tenant, kind, fileId, id),
        sealing.note(tenant, fileId, body.name().strip()));
  }

  @PostMapping("/attachments/{id}/confirm")
  @Needs(Permission.ATTACH)
  ResponseEntity<CommandAnswer> confirm(
      HttpServletRequest http,
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable Nothing body) {
    Supplier<TenantCommand> command =
        () -> {
          requireArrived(caller.tenant(), known(http, caller.tenant(), id));
          return new ConfirmAttachment(new AttachmentId(id), caller.tenant());
        };
    return commands.handle(request, Ask.change(caller.actor(), id, command));
  }

  private void requireArrived(TenantId tenant, AttachmentView announced) {
    if (announced.key() == null) {
      throw new RuleViolated(Rule.ATTACHMENT_NOT_PENDING, "the document lies elsewhere");
    }
    Uploads.Arrival arrival =
        uploads.arrival(
            tenant,
            announced.key(),
            Objects.requireNonNull(announced.mediaType()),
            Objects.requireNonNull(announced.size()),
            Objects.requireNonNull(announced.sha256()));
    switch (arrival) {
      case AS_ANNOUNCED -> {
        // nothing to object to
      }
      case NOTHING ->
          throw Refusal.of(ProblemCode.DOCUMENT_NOT_READY, "Nothing was uploaded there yet.");
      case DIFFERENT ->
          throw new RuleViolated(
              Rule.ATTACHMENT_DIFFERS, "what was uploaded is not what was announced");
    }
  }

  private AttachmentView known(HttpServletRequest http, TenantId tenant, UUID id) {
    return attachments
        .get(tenant.value(), id, Freshness.of(http))
        .orElseThrow(
            () ->
                Refusal.of(
                    ProblemCode.NOT_FOUND,
                    "There is no such attachment, or it is not visible here yet."))
        .value();
  }

  @PostMapping("/attachments/{id}/remove")
  @Needs(Permission.ATTACH)
  ResponseEntity<CommandAnswer> remove(
      HttpServletRequest http,
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody Because body) {
    Supplier<TenantCommand> command =
        () -> {
          UUID fileId = known(http, caller.tenant(), id).fileId();
          return new RemoveAttachment(
              new AttachmentId(id),
              caller.tenant(),
              sealing.note(caller.tenant(), fileId, body.reason()));
        };
    return commands.handle(request, Ask.change(caller.actor(), id, command));
  }
}
