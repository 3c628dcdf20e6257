package za.lexohub.embedded.sqs;

/**
 * What ElasticMQ is told: where it listens, where it keeps its messages, and which queues there
 * are.
 */
final class ElasticMqConfiguration {

  private ElasticMqConfiguration() {}

  /**
   * @param host and port that clients see
   * @param bindPort where it listens, on the address {@code bindHost}
   * @param messages the file that the messages are kept in
   */
  static String of(String host, int port, int bindPort, String bindHost, String messages) {
    StringBuilder text = new StringBuilder();
    // Without WRITE_DELAY=0 a message is on the disk half a second after it was accepted.
    text.append(
        """
        include classpath("application.conf")
        node-address { protocol = http, host = "%s", port = %d, context-path = "" }
        rest-sqs { enabled = true, bind-port = %d, bind-hostname = "%s", sqs-limits = strict }
        rest-stats { enabled = false }
        messages-storage { enabled = true, uri = "jdbc:h2:%s;WRITE_DELAY=0" }
        aws { region = "af-south-1", accountId = "000000000000" }
        queues {
        """
            .formatted(host, port, bindPort, bindHost, messages.replace('\\', '/')));
    for (String queue : SqsPart.QUEUES) {
      // A worker that renders or mails has a minute before somebody else gets the same work.
      text.append(
          """
            "%1$s-dlq" { }
            "%1$s" { defaultVisibilityTimeout = 60 seconds, deadLettersQueue { name = "%1$s-dlq", maxReceiveCount = %2$d } }
          """
              .formatted(queue, SqsPart.MAX_RECEIVE_COUNT));
    }
    return text.append("}\n").toString();
  }
}
