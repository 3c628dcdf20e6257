package za.lexohub.api.agreement;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.attachment.Announced;
import za.lexohub.api.command.Ask;
import za.lexohub.api.command.CommandAnswer;
import za.lexohub.api.command.CommandEndpoint;
import za.lexohub.api.command.CommandRequest;
import za.lexohub.api.input.Because;
import za.lexohub.api.input.Nothing;
import za.lexohub.api.party.Sealing;
import za.lexohub.api.problem.InputError;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.api.reading.LogHead;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.agreement.AgreementCommands.CancelAgreement;
import za.lexohub.messages.agreement.AgreementCommands.CountersignAgreement;
import za.lexohub.messages.agreement.AgreementCommands.DraftAgreement;
import za.lexohub.messages.agreement.AgreementCommands.RecordPaperSignature;
import za.lexohub.messages.agreement.AgreementCommands.SendAgreement;
import za.lexohub.messages.agreement.AgreementId;
import za.lexohub.messages.agreement.AgreementText;
import za.lexohub.messages.attachment.AttachmentId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.party.DataSubjects;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.query.Answer;
import za.lexohub.readmodels.agreement.AgreementView;
import za.lexohub.role.CommandRole;

/** Drafts engagement agreements and moves them through their life. */
@RestController
@CommandRole
@RequestMapping("/api/v1/agreements")
public final class AgreementChanges {
  private static final Duration LINK_LIFE = Duration.ofDays(14);
  private static final Duration LONGEST_LINK_LIFE = Duration.ofDays(365);

  private final CommandEndpoint commands;
  private final Sealing sealing;
  private final PersonalDataVault vault;
  private final Agreements agreements;
  private final Announced attachments;
  private final SignLinks links;
  private final LogHead head;
  private final Clock clock;

  AgreementChanges(
      CommandEndpoint commands,
      Sealing sealing,
      PersonalDataVault vault,
      Agreements agreements,
      Announced attachments,
      SignLinks links,
      LogHead head,
      Clock clock) {
    this.commands = commands;
    this.sealing = sealing;
    this.vault = vault;
    this.agreements = agreements;
    this.attachments = attachments;
    this.links = links;
    this.head = head;
    this.clock = clock;
  }

  @PostMapping
  @Needs(Permission.EDIT_AGREEMENT)
  ResponseEntity<CommandAnswer> draft(
      Caller caller,
      CommandRequest request,
      @Valid @RequestBody AgreementBodies.NewAgreement body) {
    UUID id = request.newId(caller.tenant(), "agreement");
    UUID file = body.matterId() == null ? body.proFormaId() : body.matterId();
    if (file == null || body.matterId() != null && body.proFormaId() != null) {
      throw Refusal.input(
          ProblemCode.INVALID_INPUT,
          "An agreement is about a matter or about a pro forma.",
          new InputError("/matterId", "required", "or proFormaId must be given, not both"));
    }
    return commands.handle(
        request,
        Ask.creation(
            caller.actor(),
            id,
            "/api/v1/agreements",
            () ->
                new DraftAgreement(
                    new AgreementId(id),
                    caller.tenant(),
                    body.matterId() == null ? null : new MatterId(body.matterId()),
                    body.proFormaId() == null ? null : new ProFormaId(body.proFormaId()),
                    sealing.client(caller.tenant(), file, body.client()),
                    vault.seal(
                        caller.tenant(),
                        DataSubjects.wording(file),
                        (Object) new AgreementText(body.terms(), body.scope(), body.fees())))));
  }

  /** A new link makes an older one worthless. A repeat answers with the newest. */
  @PostMapping("/{id}/send")
  @Needs(Permission.EDIT_AGREEMENT)
  ResponseEntity<CommandAnswer> send(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @RequestBody(required = false) AgreementBodies.@Nullable Sending body) {
    AtomicInteger generation = new AtomicInteger();
    Ask ask =
        Ask.change(
                caller.actor(),
                id,
                () -> {
                  generation.set(links.newest(id) + 1);
                  return new SendAgreement(
                      new AgreementId(id),
                      caller.tenant(),
                      links.hash(id, generation.get()),
                      generation.get(),
                      expiry(body == null ? null : body.expiresAt()),
                      clock.instant());
                })
            .answering(
                (answer, outcome) -> {
                  int newest =
                      generation.get() > 0
                          ? generation.get()
                          : links.newest(id, outcome.position());
                  return new CommandAnswer(
                      answer.id(), answer.version(), links.link(id, newest), null, null);
                });
    return commands.handle(request, ask);
  }

  @PostMapping("/{id}/countersign")
  @Needs(Permission.SIGN_AGREEMENT)
  ResponseEntity<CommandAnswer> countersign(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable Nothing body) {
    return commands.handle(
        request,
        Ask.change(
            caller.actor(),
            id,
            () ->
                new CountersignAgreement(
                    new AgreementId(id), caller.tenant(), caller.subject(), clock.instant())));
  }

  /** Both have signed on paper, and the scan lies with the matter's documents. */
  @PostMapping("/{id}/sign-on-paper")
  @Needs(Permission.SIGN_AGREEMENT)
  ResponseEntity<CommandAnswer> signOnPaper(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody AgreementBodies.Paper body) {
    return commands.handle(
        request,
        Ask.change(
            caller.actor(),
            id,
            () -> {
              AgreementView agreement = view(agreements, head, caller.tenant().value(), id);
              requireScan(caller.tenant().value(), agreement, body.scan());
              return new RecordPaperSignature(
                  new AgreementId(id),
                  caller.tenant(),
                  sealing.note(caller.tenant(), fileOf(agreement), body.name().strip()),
                  body.signedOn(),
                  new AttachmentId(body.scan()),
                  caller.subject(),
                  clock.instant());
            }));
  }

  /** An agreement on a pro forma may have its scan on whatever matter came of it. */
  private void requireScan(String tenant, AgreementView agreement, UUID scan) {
    boolean fits =
        attachments
            .get(tenant, scan, head.now())
            .map(Answer::value)
            .filter(it -> it.status().equals("STORED") || it.status().equals("LINKED"))
            .filter(it -> agreement.matterId() == null || it.fileId().equals(agreement.matterId()))
            .isPresent();
    if (!fits) {
      throw Refusal.input(
          ProblemCode.INVALID_INPUT,
          "The scan must be among the documents of the agreement's matter.",
          new InputError(
              "/scan", "unknown-value", "is no document that was stored or linked there"));
    }
  }

  @PostMapping("/{id}/cancel")
  @Needs(Permission.EDIT_AGREEMENT)
  ResponseEntity<CommandAnswer> cancel(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody Because body) {
    return commands.handle(
        request,
        Ask.change(
            caller.actor(),
            id,
            () ->
                new CancelAgreement(
                    new AgreementId(id),
                    caller.tenant(),
                    sealing.note(
                        caller.tenant(),
                        fileOf(agreements, head, caller.tenant().value(), id),
                        body.reason()))));
  }

  /** The matter or pro forma under whose key everything about the agreement is sealed. */
  static UUID fileOf(Agreements agreements, LogHead head, String tenant, UUID id) {
    return fileOf(view(agreements, head, tenant, id));
  }

  private static UUID fileOf(AgreementView view) {
    return view.matterId() == null ? view.proFormaId() : view.matterId();
  }

  private static AgreementView view(Agreements agreements, LogHead head, String tenant, UUID id) {
    return head.found(now -> agreements.get(tenant, id, now).map(Answer::value));
  }

  private Instant expiry(@Nullable Instant given) {
    Instant now = clock.instant();
    if (given != null && given.isAfter(now.plus(LONGEST_LINK_LIFE))) {
      throw Refusal.input(
          ProblemCode.INVALID_INPUT,
          "A link lasts a year at most.",
          new InputError("/expiresAt", "range", "must be at most a year from now"));
    }
    return given == null ? now.plus(LINK_LIFE) : given;
  }
}
