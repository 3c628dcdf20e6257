package za.lexohub.embedded;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Properties;
import redis.clients.jedis.RedisClient;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import za.lexohub.embedded.mail.MailPart;

/** Real clients of the protocols, set up from the properties that an application gets. */
record Clients(Map<String, String> properties) {

  S3Client s3() {
    return S3Client.builder()
        .endpointOverride(uri("lexohub.s3.endpoint"))
        .region(region())
        .credentialsProvider(credentials())
        .forcePathStyle(true)
        .build();
  }

  SqsClient sqs() {
    return SqsClient.builder()
        .endpointOverride(uri("lexohub.sqs.endpoint"))
        .region(region())
        .credentialsProvider(credentials())
        .build();
  }

  DynamoDbClient dynamoDb() {
    return DynamoDbClient.builder()
        .endpointOverride(uri("lexohub.dynamodb.endpoint"))
        .region(region())
        .credentialsProvider(credentials())
        .build();
  }

  EventBridgeClient eventBridge(String secret) {
    return EventBridgeClient.builder()
        .endpointOverride(uri("lexohub.eventbridge.endpoint"))
        .region(region())
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(property("lexohub.aws.access-key-id"), secret)))
        .build();
  }

  RedisClient redis() {
    return RedisClient.create(property("lexohub.redis.url"));
  }

  HttpResponse<String> openSearch(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(property("lexohub.opensearch.url") + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .build();
    try {
      return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  void send(String recipient, String subject) throws MessagingException {
    Properties smtp = new Properties();
    smtp.put("mail.smtp.host", property("spring.mail.host"));
    smtp.put("mail.smtp.port", property("spring.mail.port"));
    MimeMessage letter = new MimeMessage(Session.getInstance(smtp));
    letter.setFrom(new InternetAddress("billing@lexohub.example"));
    letter.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
    letter.setSubject(subject);
    letter.setText("Please find it attached.");
    Transport.send(letter);
  }

  static String onlySubjectIn(MailPart mail, String recipient) throws MessagingException {
    Properties imap = new Properties();
    imap.put("mail.imap.host", mail.host());
    imap.put("mail.imap.port", Integer.toString(mail.imapPort()));
    try (Store store = Session.getInstance(imap).getStore("imap")) {
      store.connect(recipient, "anything");
      try (Folder inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_ONLY);
        Message[] messages = inbox.getMessages();
        if (messages.length != 1) {
          throw new AssertionError("%d letters for %s".formatted(messages.length, recipient));
        }
        return messages[0].getSubject();
      }
    }
  }

  String property(String name) {
    String value = properties.get(name);
    if (value == null) {
      throw new AssertionError(name + " is missing in " + properties.keySet());
    }
    return value;
  }

  private URI uri(String name) {
    return URI.create(property(name));
  }

  private Region region() {
    return Region.of(property("lexohub.aws.region"));
  }

  private AwsCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(
            property("lexohub.aws.access-key-id"), property("lexohub.aws.secret-access-key")));
  }
}
