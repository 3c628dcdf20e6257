package za.lexohub.api.papers;

import org.springframework.context.annotation.Configuration;

/**
 * Where the edge's parts for attachments and statements that are no controllers are put together.
 */
@Configuration(proxyBeanMethods = false)
class PapersEdge {}
