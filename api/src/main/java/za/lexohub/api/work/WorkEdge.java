package za.lexohub.api.work;

import org.springframework.context.annotation.Configuration;

/** Where the edge's parts for work logged on matters that are no controllers are put together. */
@Configuration(proxyBeanMethods = false)
class WorkEdge {}
