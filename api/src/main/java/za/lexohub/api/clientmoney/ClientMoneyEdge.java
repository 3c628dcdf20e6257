package za.lexohub.api.clientmoney;

import org.springframework.context.annotation.Configuration;

/**
 * Where the edge's parts for retainers and trust money that are no controllers are put together.
 */
@Configuration(proxyBeanMethods = false)
class ClientMoneyEdge {}
