package za.lexohub.projectors.access;

import org.springframework.context.annotation.Configuration;

/** Where the projectors of an attorney's access are put together. */
@Configuration(proxyBeanMethods = false)
public class AccessProjectors {}
