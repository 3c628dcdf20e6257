package za.lexohub.api.billing;

import org.springframework.context.annotation.Configuration;

/**
 * Where the edge's parts for billing from work, batches and rate cards that are no controllers are
 * put together.
 */
@Configuration(proxyBeanMethods = false)
class BillingEdge {}
