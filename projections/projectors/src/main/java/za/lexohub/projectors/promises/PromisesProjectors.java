package za.lexohub.projectors.promises;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import za.lexohub.projectors.notification.NotificationProjector;

/** Where the projectors of agreements, scope amendments and notices are put together. */
@Configuration(proxyBeanMethods = false)
@Import({PromisesProjector.class, NotificationProjector.class})
public class PromisesProjectors {}
