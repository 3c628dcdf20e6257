package za.lexohub.journeys;

import java.net.URI;
import java.util.Map;
import za.lexohub.embedded.TestParts;

/** The ways of the shared application to the parts it must be able to do without for a while. */
final class Ways {

  final Tunnel redis = to(URI.create(TestParts.redis().url()));
  final Tunnel openSearch = to(URI.create(TestParts.openSearch().url()));
  final Tunnel s3 = to(URI.create(TestParts.s3().endpoint()));
  final Tunnel smtp = new Tunnel(TestParts.mail().host(), TestParts.mail().smtpPort());

  private static Tunnel to(URI part) {
    return new Tunnel(part.getHost(), part.getPort());
  }

  Map<String, Object> properties() {
    return Map.of(
        "lexohub.redis.url", through(redis, TestParts.redis().url()),
        "lexohub.opensearch.url", through(openSearch, TestParts.openSearch().url()),
        "lexohub.s3.endpoint", through(s3, TestParts.s3().endpoint()),
        "spring.mail.port", smtp.port());
  }

  private static String through(Tunnel tunnel, String url) {
    URI part = URI.create(url);
    return url.replace(":" + part.getPort(), ":" + tunnel.port());
  }

  /** As every test must leave it. */
  void open() {
    redis.open();
    openSearch.open();
    s3.open();
    smtp.open();
  }
}
