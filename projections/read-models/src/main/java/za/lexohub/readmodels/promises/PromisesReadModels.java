package za.lexohub.readmodels.promises;

import org.springframework.context.annotation.Configuration;

/** Where the stores of agreements, scope amendments and reminders are put together. */
@Configuration(proxyBeanMethods = false)
public class PromisesReadModels {}
