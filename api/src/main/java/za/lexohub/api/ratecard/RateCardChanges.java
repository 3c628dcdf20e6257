package za.lexohub.api.ratecard;

import jakarta.validation.Valid;
import java.util.Objects;
import java.util.UUID;
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
import za.lexohub.api.input.Cents;
import za.lexohub.api.input.Nothing;
import za.lexohub.api.party.Sealing;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.ratecard.PricingType;
import za.lexohub.messages.ratecard.RateCardCommands.AddPercentageCard;
import za.lexohub.messages.ratecard.RateCardCommands.AddRateCard;
import za.lexohub.messages.ratecard.RateCardCommands.ChangePercentageCard;
import za.lexohub.messages.ratecard.RateCardCommands.ChangeRateCard;
import za.lexohub.messages.ratecard.RateCardCommands.RetireRateCard;
import za.lexohub.messages.ratecard.RateCardId;
import za.lexohub.role.CommandRole;

/** Keeps the practice's rate cards. */
@RestController
@CommandRole
@RequestMapping("/api/v1/rate-cards")
public final class RateCardChanges {
  private final CommandEndpoint commands;
  private final Sealing sealing;

  RateCardChanges(CommandEndpoint commands, Sealing sealing) {
    this.commands = commands;
    this.sealing = sealing;
  }

  @PostMapping
  @Needs(Permission.EDIT_RATES)
  ResponseEntity<CommandAnswer> add(
      Caller caller, CommandRequest request, @Valid @RequestBody RateCardBody body) {
    UUID id = request.newId(caller.tenant(), "rate-card");
    return commands.handle(
        request,
        Ask.creation(
            caller.actor(),
            id,
            "/api/v1/rate-cards",
            () -> added(caller.tenant(), new RateCardId(id), body)));
  }

  /** Documents that were made before keep the rate that they have. */
  @PostMapping("/{id}/change")
  @Needs(Permission.EDIT_RATES)
  ResponseEntity<CommandAnswer> change(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @Valid @RequestBody RateCardBody body) {
    return commands.handle(
        request,
        Ask.change(caller.actor(), id, () -> changed(caller.tenant(), new RateCardId(id), body)));
  }

  @PostMapping("/{id}/retire")
  @Needs(Permission.EDIT_RATES)
  ResponseEntity<CommandAnswer> retire(
      Caller caller,
      CommandRequest request,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable Nothing body) {
    return commands.handle(
        request,
        Ask.change(
            caller.actor(), id, () -> new RetireRateCard(new RateCardId(id), caller.tenant())));
  }

  private TenantCommand added(TenantId tenant, RateCardId id, RateCardBody body) {
    PersonalData name = sealing.lasting(tenant, body.name().strip());
    return body.pricing() == RateCardBody.Pricing.PERCENTAGE
        ? new AddPercentageCard(
            id,
            tenant,
            body.category(),
            body.matterType(),
            Objects.requireNonNull(body.percent()),
            money(body.minimum()),
            money(body.maximum()),
            name)
        : new AddRateCard(
            id,
            tenant,
            body.category(),
            PricingType.valueOf(body.pricing().name()),
            body.matterType(),
            Objects.requireNonNull(body.rate()).money(),
            money(body.minimum()),
            money(body.maximum()),
            name);
  }

  private TenantCommand changed(TenantId tenant, RateCardId id, RateCardBody body) {
    PersonalData name = sealing.lasting(tenant, body.name().strip());
    return body.pricing() == RateCardBody.Pricing.PERCENTAGE
        ? new ChangePercentageCard(
            id,
            tenant,
            body.category(),
            body.matterType(),
            Objects.requireNonNull(body.percent()),
            money(body.minimum()),
            money(body.maximum()),
            name)
        : new ChangeRateCard(
            id,
            tenant,
            body.category(),
            PricingType.valueOf(body.pricing().name()),
            body.matterType(),
            Objects.requireNonNull(body.rate()).money(),
            money(body.minimum()),
            money(body.maximum()),
            name);
  }

  private static @Nullable Money money(@Nullable Cents cents) {
    return cents == null ? null : cents.money();
  }
}
