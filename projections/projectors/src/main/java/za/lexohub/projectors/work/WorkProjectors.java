package za.lexohub.projectors.work;

import org.springframework.context.annotation.Configuration;

/** Where the projectors of work logged on matters are put together. */
@Configuration(proxyBeanMethods = false)
public class WorkProjectors {}
