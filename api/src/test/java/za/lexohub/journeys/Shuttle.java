package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An advocate who speaks to one node after the other, and looks everywhere after each command: at
 * the thing itself, in its list, among the counts and in the search. With the token of what was
 * done last no answer may be older than that.
 */
final class Shuttle {

  private final List<URI> nodes;
  private final Story story;
  private final Map<String, Long> counts;
  private int turn;

  Shuttle(String user, List<URI> nodes) {
    this.nodes = nodes;
    URI first = nodes.getFirst();
    story = new Story(Caller.as(user, first), Caller.with(null, first));
    counts = new HashMap<>(story.counts());
  }

  void walks() {
    String matter = post("/api/v1/matters", story.form()).expect(201).id();
    String path = "/api/v1/matters/" + matter;
    counts("matter", 1);
    shows(path, "/api/v1/matters", "MATTER", matter, "ACTIVE");
    command(path, "put-on-hold", "{\"reason\": \"waiting\"}");
    counts("matter", -1);
    shows(path, "/api/v1/matters", "MATTER", matter, "ON_HOLD");
    command(path, "resume", "{}");
    counts("matter", 1);
    shows(path, "/api/v1/matters", "MATTER", matter, "ACTIVE");

    other();
    String proForma = story.link().id();
    counts("proForma", 1);
    shows(Story.proForma(proForma), "/api/v1/pro-formas", "PRO_FORMA", proForma, "REQUESTED");

    other();
    String invoice = story.fixedFee(matter, 2_500_000);
    counts("invoice", 1);
    shows(Story.invoice(invoice), "/api/v1/invoices", "INVOICE", invoice, "DRAFT");
    command(Story.invoice(invoice), "send", "{}");
    counts("invoice", -1);
    counts("unpaid", 1);
    shows(Story.invoice(invoice), "/api/v1/invoices", "INVOICE", invoice, "SENT");
    long total = get(Story.invoice(invoice)).number("/totals/total/amount");
    command(Story.invoice(invoice), "payments", Story.payment(total));
    counts("unpaid", -1);
    shows(Story.invoice(invoice), "/api/v1/invoices", "INVOICE", invoice, "PAID");

    // Read models that the payment says nothing to have applied it too.
    get("/api/v1/rate-cards");
    get("/api/v1/pro-formas?q=" + surname());
    assertThat(get(path).at("/status")).isEqualTo("ACTIVE");
  }

  private void counts(String what, long more) {
    counts.merge(what, more, Long::sum);
  }

  private void shows(String path, String list, String type, String id, String status) {
    Answer one = get(path);
    assertThat(one.id()).isEqualTo(id);
    assertThat(one.at("/status")).as(path).isEqualTo(status);
    Answer listed = get(list + "?q=" + surname());
    assertThat(listed.at("/data/0/id")).as(list).isEqualTo(id);
    assertThat(listed.at("/data/0/status")).as(list).isEqualTo(status);
    Answer counted = get("/api/v1/workflow/counts");
    assertThat(Story.counts(counted)).as("after %s was %s", type, status).isEqualTo(counts);
    Answer found = get("/api/v1/search?type=" + type + "&q=" + surname());
    assertThat(found.at("/degraded")).isEqualTo("false");
    assertThat(found.at("/data/0/id")).as("%s in the search", type).isEqualTo(id);
    assertThat(found.at("/data/0/status")).as("%s in the search", type).isEqualTo(status);
  }

  private String surname() {
    return story.client.replace("Nomvula ", "");
  }

  /** The next request goes to the other node, whatever it is about. */
  private void other() {
    turn = (turn + 1) % nodes.size();
    story.goesOnAt(nodes.get(turn));
  }

  private Answer post(String path, String body) {
    other();
    return story.advocate().post(path, body);
  }

  private void command(String path, String verb, String body) {
    other();
    story.advocate().command(path, verb, body).expect(200);
  }

  private Answer get(String path) {
    other();
    Answer answer = story.advocate().get(path).expect(200);
    assertThat(Long.parseLong(answer.header("Projection-Position")))
        .as(path)
        .isGreaterThanOrEqualTo(story.advocate().position());
    return answer;
  }
}
