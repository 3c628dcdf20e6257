package za.lexohub.projectors.promises;

import org.springframework.context.annotation.Configuration;

/** Where the projectors of agreements, scope amendments and reminders are put together. */
@Configuration(proxyBeanMethods = false)
public class PromisesProjectors {}
