package za.lexohub.api.startup;

import static za.lexohub.api.startup.Setting.Form.JDBC_URL;
import static za.lexohub.api.startup.Setting.Form.REDIS_URL;
import static za.lexohub.api.startup.Setting.Form.TEXT;
import static za.lexohub.api.startup.Setting.Form.WEB_URL;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.util.PlaceholderResolutionException;

/**
 * In profile {@code aws}: ends a start that lacks a setting before anything is reached, with one
 * sentence for each that is missing. Defaults that are right on one machine are not taken here: a
 * link that leads to localhost would be mailed to people.
 */
final class RequiredSettings implements EnvironmentPostProcessor, Ordered {

  static final List<Setting> SETTINGS =
      List.of(
          Setting.everybody("spring.datasource.url", JDBC_URL, "the database"),
          Setting.everybody("spring.datasource.username", TEXT, "the application's user in it"),
          Setting.everybody("spring.datasource.password", TEXT, "that user's password"),
          Setting.of("spring.flyway.user", TEXT, "the user who owns the tables", "process"),
          Setting.of("spring.flyway.password", TEXT, "that owner's password", "process"),
          Setting.everybody("lexohub.keys.directory", TEXT, "the folder of the keys"),
          Setting.everybody("lexohub.public-url", WEB_URL, "where people reach the application"),
          Setting.everybody("lexohub.security.issuer", WEB_URL, "whose tokens are taken"),
          Setting.everybody("lexohub.security.audiences", TEXT, "for whom tokens are made"),
          Setting.of(
              "lexohub.s3.bucket",
              TEXT,
              "the bucket of the papers",
              "command",
              "process",
              "worker",
              "query"),
          Setting.of(
              "lexohub.s3.audit-bucket", TEXT, "the bucket of the evidence", "process", "query"),
          Setting.of(
              "lexohub.audit.origin", TEXT, "the log's name in checkpoints", "process", "query"),
          Setting.of("lexohub.redis.url", REDIS_URL, "the cache", "command", "projection", "query"),
          Setting.of("lexohub.opensearch.url", WEB_URL, "the search", "projection", "query"),
          Setting.of(
              "lexohub.sqs.pdf-queue-url", WEB_URL, "the queue of papers", "process", "worker"),
          Setting.of(
              "lexohub.sqs.email-queue-url", WEB_URL, "the queue of letters", "process", "worker"),
          Setting.of(
              "lexohub.sqs.batch-queue-url", WEB_URL, "the queue of batches", "process", "worker"),
          Setting.of(
              "lexohub.sqs.analytics-queue-url",
              WEB_URL,
              "the queue of what was told",
              "process",
              "worker"),
          Setting.everybody("lexohub.sessions.table", TEXT, "the table of sessions"),
          Setting.of("lexohub.connections.table", TEXT, "the table of open connections", "query"),
          Setting.of("lexohub.eventbridge.bus", TEXT, "where events are told", "process"),
          Setting.of("lexohub.mail.from", TEXT, "in whose name mail goes out", "worker"),
          Setting.of("spring.mail.host", TEXT, "the mail server", "worker"),
          Setting.everybody(
              "lexohub.kms.master-key", TEXT, "the key that wraps others: its ARN, or file"),
          Setting.of(
              "lexohub.kms.signing-keys",
              TEXT,
              "the keys that sign the log: their ARNs, or file",
              "process",
              "query"));

  @Override
  public int getOrder() {
    return ConfigDataEnvironmentPostProcessor.ORDER + 10;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    if (!environment.matchesProfiles("aws")) {
      return;
    }
    Set<String> roles = Setting.roles(environment.getActiveProfiles());
    List<String> complaints =
        SETTINGS.stream()
            .filter(setting -> !Collections.disjoint(setting.roles(), roles))
            .filter(setting -> applies(setting, environment))
            .map(setting -> setting.complaint(value(setting, environment)))
            .flatMap(Optional::stream)
            .toList();
    if (!complaints.isEmpty()) {
      throw new MissingSettings(complaints);
    }
  }

  private static boolean applies(Setting setting, Environment environment) {
    boolean byPassword = !environment.getProperty("lexohub.database.iam", Boolean.class, false);
    boolean migrates = environment.getProperty("spring.flyway.enabled", Boolean.class, true);
    return switch (setting.property()) {
      case "spring.datasource.password" -> byPassword;
      case "spring.flyway.user" -> migrates;
      case "spring.flyway.password" -> migrates && byPassword;
      default -> true;
    };
  }

  private static @Nullable String value(Setting setting, Environment environment) {
    try {
      String value = environment.getProperty(setting.property());
      return value == null ? environment.getProperty(setting.property() + "[0]") : value;
    } catch (PlaceholderResolutionException e) {
      // It names a variable that is not there.
      return "${}";
    }
  }
}
