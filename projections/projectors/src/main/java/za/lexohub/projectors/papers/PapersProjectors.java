package za.lexohub.projectors.papers;

import org.springframework.context.annotation.Configuration;

/** Where the projectors of attachments and statements are put together. */
@Configuration(proxyBeanMethods = false)
public class PapersProjectors {}
