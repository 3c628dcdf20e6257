package za.lexohub.readmodels.work;

import org.springframework.context.annotation.Configuration;

/** Where the stores of work logged on matters are put together. */
@Configuration(proxyBeanMethods = false)
public class WorkReadModels {}
