package za.lexohub.api.promises;

import org.springframework.context.annotation.Configuration;

/**
 * Where the edge's parts for agreements, scope amendments and reminders that are no controllers are
 * put together.
 */
@Configuration(proxyBeanMethods = false)
class PromisesEdge {}
