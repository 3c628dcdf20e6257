package za.lexohub.sessions;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where open WebSockets are kept.
 *
 * @param table in DynamoDB, by connection, with the index {@code by-tenantId}
 */
@ConfigurationProperties("lexohub.connections")
record ConnectionProperties(String table) {
  ConnectionProperties {
    if (table.isBlank()) {
      throw new IllegalArgumentException("lexohub.connections.table must not be blank");
    }
  }
}
