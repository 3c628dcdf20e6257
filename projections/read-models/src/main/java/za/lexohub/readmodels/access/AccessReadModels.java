package za.lexohub.readmodels.access;

import org.springframework.context.annotation.Configuration;

/** Where the stores of an attorney's access are put together. */
@Configuration(proxyBeanMethods = false)
public class AccessReadModels {}
