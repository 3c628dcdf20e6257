package za.lexohub.processes.delivery;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import za.lexohub.processes.deadlines.Patience;

/**
 * How patient the delivery sagas are.
 *
 * @param step with rendering, with mailing, and with the recording of a failure, which is repeated
 *     without end
 */
@ConfigurationProperties("lexohub.delivery")
public record DeliveryLimits(@DefaultValue Patience step) {}
