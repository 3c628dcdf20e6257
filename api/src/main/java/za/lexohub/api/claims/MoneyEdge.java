package za.lexohub.api.claims;

import org.springframework.context.annotation.Configuration;

/**
 * Where the edge's parts for credit notes, disputes and receipts that are no controllers are put
 * together.
 */
@Configuration(proxyBeanMethods = false)
class MoneyEdge {}
