package za.lexohub.api.practice;

import jakarta.validation.Valid;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.command.Ask;
import za.lexohub.api.command.CommandAnswer;
import za.lexohub.api.command.CommandEndpoint;
import za.lexohub.api.command.CommandRequest;
import za.lexohub.api.command.OnlyOne;
import za.lexohub.api.party.Sealing;
import za.lexohub.api.problem.InputError;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.document.Logos;
import za.lexohub.messages.document.Logos.NotALogo;
import za.lexohub.messages.practice.AdvocateCommands.ChangeAdvocateDetails;
import za.lexohub.messages.practice.AdvocateCommands.ChangeNumberFormats;
import za.lexohub.messages.practice.AdvocateCommands.ChangePracticeProfile;
import za.lexohub.messages.practice.AdvocateCommands.ChangeVatRegistration;
import za.lexohub.messages.practice.AdvocateCommands.RegisterAdvocate;
import za.lexohub.messages.practice.AdvocateCommands.SetBranding;
import za.lexohub.messages.practice.AdvocateCommands.SetOverpaymentPolicy;
import za.lexohub.messages.practice.AdvocateCommands.SetReminderPolicy;
import za.lexohub.messages.practice.AdvocateId;
import za.lexohub.role.CommandRole;

/** Registers the practice and changes it; there is one in each tenant's books. */
@RestController
@CommandRole
@RequestMapping("/api/v1/practice")
public final class PracticeChanges {
  private final CommandEndpoint commands;
  private final Sealing sealing;
  private final Logos logos;

  PracticeChanges(CommandEndpoint commands, Sealing sealing, Logos logos) {
    this.logos = logos;
    this.commands = commands;
    this.sealing = sealing;
  }

  @PostMapping
  @Needs(Permission.EDIT_PRACTICE)
  ResponseEntity<CommandAnswer> register(
      Caller caller, CommandRequest request, @Valid @RequestBody PracticeBodies.Registration body) {
    AdvocateId id = AdvocateId.of(caller.tenant());
    return commands.handle(
        request,
        Ask.creationOf(
            caller.actor(),
            id,
            "/api/v1/practice",
            () ->
                new RegisterAdvocate(
                    id,
                    caller.tenant(),
                    body.particulars().bar(),
                    body.profile(),
                    sealing.practice(caller.tenant(), body.particulars().details()))));
  }

  @PostMapping("/change")
  @Needs(Permission.EDIT_PRACTICE)
  @OnlyOne
  ResponseEntity<CommandAnswer> change(
      Caller caller, CommandRequest request, @Valid @RequestBody PracticeBodies.Particulars body) {
    return change(
        caller,
        request,
        id ->
            new ChangeAdvocateDetails(
                id,
                caller.tenant(),
                body.bar(),
                sealing.practice(caller.tenant(), body.details())));
  }

  @PostMapping("/change-vat-registration")
  @Needs(Permission.EDIT_PRACTICE)
  @OnlyOne
  ResponseEntity<CommandAnswer> changeVatRegistration(
      Caller caller, CommandRequest request, @Valid @RequestBody PracticeBodies.Vat body) {
    return change(
        caller,
        request,
        id -> new ChangeVatRegistration(id, caller.tenant(), body.registered(), body.from()));
  }

  @PostMapping("/change-profile")
  @Needs(Permission.EDIT_PRACTICE)
  @OnlyOne
  ResponseEntity<CommandAnswer> changeProfile(
      Caller caller, CommandRequest request, @Valid @RequestBody PracticeBodies.Profile body) {
    return change(
        caller,
        request,
        id ->
            new ChangePracticeProfile(
                id, caller.tenant(), body.profile(), body.fidelityCertificateUntil()));
  }

  @PostMapping("/change-number-formats")
  @Needs(Permission.EDIT_PRACTICE)
  @OnlyOne
  ResponseEntity<CommandAnswer> changeNumberFormats(
      Caller caller, CommandRequest request, @Valid @RequestBody PracticeBodies.Formats body) {
    return change(
        caller, request, id -> new ChangeNumberFormats(id, caller.tenant(), body.named()));
  }

  @PostMapping("/set-reminders")
  @Needs(Permission.EDIT_PRACTICE)
  @OnlyOne
  ResponseEntity<CommandAnswer> setReminders(
      Caller caller, CommandRequest request, @Valid @RequestBody PracticeBodies.Reminders body) {
    return change(
        caller,
        request,
        id -> new SetReminderPolicy(id, caller.tenant(), body.autoRemind(), body.schedule()));
  }

  @PostMapping("/set-overpayment-policy")
  @Needs(Permission.EDIT_PRACTICE)
  @OnlyOne
  ResponseEntity<CommandAnswer> setOverpaymentPolicy(
      Caller caller, CommandRequest request, @Valid @RequestBody PracticeBodies.Overpayments body) {
    return change(
        caller, request, id -> new SetOverpaymentPolicy(id, caller.tenant(), body.policy()));
  }

  @PostMapping("/set-branding")
  @Needs(Permission.EDIT_PRACTICE)
  @OnlyOne
  ResponseEntity<CommandAnswer> setBranding(
      Caller caller, CommandRequest request, @Valid @RequestBody PracticeBodies.Branding body) {
    return change(
        caller,
        request,
        id -> new SetBranding(id, caller.tenant(), logo(caller.tenant(), body), body.colour()));
  }

  /** The hash of a logo that is kept, so that no paper will ask for one that is not there. */
  private @Nullable String logo(TenantId tenant, PracticeBodies.Branding body) {
    if (body.logo() != null) {
      try {
        return logos.keep(tenant, Base64.getDecoder().decode(body.logo()));
      } catch (IllegalArgumentException e) {
        throw wrong("/logo", "must be Base64");
      } catch (NotALogo e) {
        throw wrong("/logo", String.valueOf(e.getMessage()));
      }
    }
    if (body.logoSha256() != null) {
      try {
        logos.read(tenant, body.logoSha256());
      } catch (NotFound e) {
        throw wrong("/logoSha256", "is not the hash of a logo of this practice");
      }
    }
    return body.logoSha256();
  }

  private static Refusal wrong(String pointer, String message) {
    return Refusal.input(
        ProblemCode.INVALID_INPUT,
        "The logo cannot be used.",
        new InputError(pointer, "invalid-value", message));
  }

  private ResponseEntity<CommandAnswer> change(
      Caller caller, CommandRequest request, Function<AdvocateId, TenantCommand> command) {
    AdvocateId id = AdvocateId.of(caller.tenant());
    return commands.handle(request, Ask.change(caller.actor(), id, () -> command.apply(id)));
  }
}
