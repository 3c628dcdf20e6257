package za.lexohub.domain;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * The aggregates and the handlers of their commands. Needs Axon's event store and a {@link
 * za.lexohub.messages.party.PersonalDataVault}; the practices come from {@code lexohub.practices}.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class DomainConfiguration {}
