package za.lexohub.embedded.part;

import java.util.Locale;

/** Everything that listens, with the port it has in the one-command run. */
public enum Listener {
  POSTGRES(15432),
  REDIS(16379),
  OPENSEARCH(19200),
  S3(19090),
  SQS(19324),
  SMTP(13025),
  IMAP(13143),
  EVENTBRIDGE(14010),
  DYNAMODB(18000);

  private final int usualPort;

  Listener(int usualPort) {
    this.usualPort = usualPort;
  }

  public int usualPort() {
    return usualPort;
  }

  /** The property that moves it, such as {@code lexohub.ports.redis}; 0 takes any free port. */
  public String property() {
    return "lexohub.ports." + name().toLowerCase(Locale.ROOT);
  }
}
