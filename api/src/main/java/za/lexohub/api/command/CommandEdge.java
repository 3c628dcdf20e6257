package za.lexohub.api.command;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.api.party.Sealing;
import za.lexohub.messages.ledger.CommandLedger;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.role.CommandRole;

/** What the controllers of role {@code command} share. */
@Configuration(proxyBeanMethods = false)
@CommandRole
class CommandEdge {
  @Bean
  CommandEndpoint commandEndpoint(CommandGateway gateway, CommandLedger ledger) {
    return new CommandEndpoint(gateway, ledger);
  }

  @Bean
  Sealing sealing(PersonalDataVault vault) {
    return new Sealing(vault);
  }
}
