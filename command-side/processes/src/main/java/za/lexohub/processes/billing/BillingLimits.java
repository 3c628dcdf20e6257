package za.lexohub.processes.billing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import za.lexohub.processes.deadlines.Patience;

/**
 * How patient the billing saga is.
 *
 * @param step with each of its five steps, and with the recording of a failure, which is repeated
 *     without end
 */
@ConfigurationProperties("lexohub.billing")
public record BillingLimits(@DefaultValue Patience step) {}
