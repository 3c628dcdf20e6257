package za.lexohub.journeys;

import static org.awaitility.Awaitility.await;

import java.util.UUID;

/** Books of their own, in which nothing is yet, so that what is found in them can be summed up. */
final class NewPractice {

  private final Stage stage;
  private final Tokens tokens;
  private final String tenant = UUID.randomUUID().toString();

  NewPractice(Stage stage) {
    this.stage = stage;
    this.tokens = new Tokens(stage);
    Caller advocate = as("advocate-senior");
    advocate.post("/api/v1/practice", Belongings.PRACTICE).expect(201);
    await().atMost(Story.PATIENCE).until(() -> advocate.get("/api/v1/practice").status() == 200);
  }

  /** Of the practice, and of everybody in it. */
  String tenant() {
    return tenant;
  }

  Caller as(String role) {
    return Caller.with(tokens.of(tenant, role), stage.base());
  }
}
