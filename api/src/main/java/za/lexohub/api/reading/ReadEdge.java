package za.lexohub.api.reading;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.api.EdgeProperties;
import za.lexohub.api.input.StrictJson;
import za.lexohub.api.keys.KeyFile;
import za.lexohub.query.export.ExportFiles;
import za.lexohub.role.QueryRole;

/** What the controllers of role {@code query} share. */
@Configuration(proxyBeanMethods = false)
@QueryRole
class ReadEdge {
  private static final int SECRET_BYTES = 32;

  /**
   * @param secret base64; nodes that share no key directory are given the same one
   */
  @Bean
  Cursors cursors(
      @Value("${lexohub.paging.secret:}") String secret,
      @Value("${lexohub.keys.directory:.lexohub/keys}") Path keys) {
    byte[] key =
        secret.isBlank()
            ? KeyFile.readOrMake(keys, "cursors.key", ReadEdge::random)
            : Base64.getDecoder().decode(secret);
    if (key.length < SECRET_BYTES) {
      throw new IllegalStateException(
          "lexohub.paging.secret must be at least " + SECRET_BYTES + " bytes, in base64");
    }
    return new Cursors(key, StrictJson.mapper());
  }

  @Bean
  Reads reads(Cursors cursors, EdgeProperties edge) {
    return new Reads(cursors, edge);
  }

  @Bean
  FileAnswers fileAnswers(ExportFiles files) {
    return new FileAnswers(files);
  }

  /** So that a part does not end like a whole. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> cutShort() {
    return server -> server.addContextValves(new CutShort());
  }

  private static byte[] random() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return secret;
  }
}
