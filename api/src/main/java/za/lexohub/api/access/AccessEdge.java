package za.lexohub.api.access;

import org.springframework.context.annotation.Configuration;

/** Where the edge's parts for an attorney's access that are no controllers are put together. */
@Configuration(proxyBeanMethods = false)
class AccessEdge {}
