package za.lexohub.processes.redrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import za.lexohub.embedded.TestParts;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.operation.OperationEvents.QueueRedriven;
import za.lexohub.messages.operation.ReadModelId;
import za.lexohub.processes.Log;
import za.lexohub.processes.Parts;
import za.lexohub.processes.aws.AwsConfiguration;
import za.lexohub.processes.redrive.QueuesEndpoint.Problem;

/** An operator gives back what lies dead beside a queue. */
class RedriveIT {

  private static final int MESSAGES = 7;
  private static final String QUEUE_ID = ReadModelId.ofGroup("queue/pdf").toString();

  private static AnnotationConfigApplicationContext context;
  private static SqsClient sqs;

  private final String url = Parts.queue(sqs, 3);
  private final Log log = new Log();
  private final QueuesEndpoint endpoint =
      new QueuesEndpoint(
          new WorkQueues(sqs, Map.of("pdf", url, "bounce", "")), new RedriveRecords(log::store));

  @BeforeAll
  static void open() {
    TestParts.sqs();
    context = Parts.context(Map.of(), AwsConfiguration.class);
    sqs = context.getBean(SqsClient.class);
  }

  @AfterAll
  static void close() {
    context.close();
  }

  @Test
  void deadMessagesComeBackToTheirQueueEachOnceAndTheLogSaysWhoAskedAndWhy() {
    lieDead();
    assertThat(state()).extracting(QueueState::waiting, QueueState::dead).containsExactly(0L, 7L);

    WebEndpointResponse<Object> answer = redrive("the mail server is back");

    assertThat(answer.getStatus()).isEqualTo(200);
    await()
        .atMost(Parts.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(state())
                    .extracting(QueueState::waiting, QueueState::dead)
                    .containsExactly(7L, 0L));
    assertThat(received()).hasSize(MESSAGES).doesNotHaveDuplicates();
    var recorded = log.store().readEvents(QUEUE_ID).asStream().toList();
    assertThat(recorded)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getPayload())
                  .isEqualTo(
                      new QueueRedriven(
                          ReadModelId.ofGroup("queue/pdf"),
                          new TenantId("operations"),
                          "pdf",
                          MESSAGES));
              assertThat(event.getMetaData())
                  .containsEntry(MetadataKeys.ACTOR_ID, "sipho")
                  .containsEntry(MetadataKeys.ACTOR_TYPE, "OPERATOR")
                  .containsEntry(MetadataKeys.REASON, "the mail server is back");
            });
  }

  @Test
  void aSecondTimeIsRecordedAfterTheFirst() {
    for (int time = 0; time < 2; time++) {
      lieDead();
      redrive("again");
      await().atMost(Parts.PATIENCE).until(() -> state().waiting() == MESSAGES);
      assertThat(received()).hasSize(MESSAGES);
    }

    assertThat(log.store().readEvents(QUEUE_ID).asStream().map(e -> e.getSequenceNumber()))
        .containsExactly(0L, 1L);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {" ", "two\nlines"})
  void withoutAReasonNothingHappens(@Nullable String reason) {
    lieDead();

    refused(redrive(reason), 400, "invalid-input");

    assertThat(state().dead()).isEqualTo(MESSAGES);
    assertThat(log.store().readEvents(QUEUE_ID).hasNext()).isFalse();
  }

  @Test
  void aReasonIsNoEssay() {
    refused(redrive("x".repeat(501)), 400, "invalid-input");
  }

  @Test
  void whereNothingLiesDeadThereIsNothingToGiveBack() {
    refused(redrive("to be sure"), 409, "nothing-dead");
    assertThat(log.store().readEvents(QUEUE_ID).hasNext()).isFalse();
  }

  @Test
  void anotherActionAndAnotherQueueAreRefused() {
    refused(endpoint.act(sipho(), "pdf", "purge", "why not"), 400, "invalid-input");
    refused(endpoint.act(sipho(), "bounce", "redrive", "not here"), 404, "not-found");
    refused(endpoint.one("letters"), 404, "not-found");
  }

  @Test
  void theOverviewHasEveryQueueOfTheInstallation() {
    assertThat(endpoint.all().getBody())
        .isEqualTo(new QueuesEndpoint.Overview(List.of(new QueueState("pdf", 0, 0, 0, null))));
  }

  private WebEndpointResponse<Object> redrive(@Nullable String reason) {
    return endpoint.act(sipho(), "pdf", "redrive", reason);
  }

  private QueueState state() {
    return (QueueState) endpoint.one("pdf").getBody();
  }

  private void lieDead() {
    for (int n = 0; n < MESSAGES; n++) {
      String body = "message " + n;
      sqs.sendMessage(request -> request.queueUrl(Parts.deadLetters(url)).messageBody(body));
    }
  }

  private List<String> received() {
    return IntStream.range(0, MESSAGES)
        .mapToObj(
            n ->
                sqs.receiveMessage(
                        request -> request.queueUrl(url).waitTimeSeconds(2).visibilityTimeout(60))
                    .messages())
        .flatMap(List::stream)
        .peek(m -> sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(m.receiptHandle())))
        .map(Message::body)
        .toList();
  }

  private static void refused(WebEndpointResponse<Object> answer, int status, String code) {
    assertThat(answer.getStatus()).isEqualTo(status);
    assertThat(((Problem) answer.getBody()).code()).isEqualTo(code);
  }

  private static SecurityContext sipho() {
    return new SecurityContext() {
      @Override
      public Principal getPrincipal() {
        return () -> "sipho";
      }

      @Override
      public boolean isUserInRole(String role) {
        return true;
      }
    };
  }
}
