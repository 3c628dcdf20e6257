package za.lexohub.processes.eventbridge;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where events go.
 *
 * @param bus the plan's {@code lexohub-events}
 */
@ConfigurationProperties("lexohub.eventbridge")
public record TargetBus(@DefaultValue("lexohub-events") String bus) {}
