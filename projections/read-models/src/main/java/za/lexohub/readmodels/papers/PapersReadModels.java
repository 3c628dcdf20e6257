package za.lexohub.readmodels.papers;

import org.springframework.context.annotation.Configuration;

/** Where the stores of attachments and statements are put together. */
@Configuration(proxyBeanMethods = false)
public class PapersReadModels {}
