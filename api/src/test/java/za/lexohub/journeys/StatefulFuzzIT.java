package za.lexohub.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.edge.Description;
import za.lexohub.edge.Description.Operation;
import za.lexohub.messages.Rule;

/**
 * One practice in the hands of somebody who tries everything, at the right time and at the wrong,
 * with ids that earlier answers told: no answer is our fault, each refusal is one that is
 * documented, each answer has the shape that is described, and in the end the books still add up.
 *
 * <p>{@code -Dlexohub.fuzz.seed} repeats a run, {@code -Dlexohub.fuzz.rounds} makes it longer.
 */
class StatefulFuzzIT {

  private static final long SEED = Long.getLong("lexohub.fuzz.seed", System.nanoTime());
  private static final int ROUNDS = Integer.getInteger("lexohub.fuzz.rounds", 200);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Set<String> CODES =
      Stream.concat(
              Arrays.stream(ProblemCode.values()).map(ProblemCode::code),
              Arrays.stream(Rule.values()).map(Rule::code))
          .collect(Collectors.toUnmodifiableSet());

  /** What is about matters, quotes, invoices and the money on them. */
  private static final Set<String> COLLECTIONS =
      Set.of(
          "matters",
          "pro-formas",
          "invoices",
          "credit-notes",
          "disputes",
          "receipts",
          "retainers",
          "trust-account",
          "scope-amendments");

  /** Made anew until there are this many; beyond that, seldom. */
  private static final int ENOUGH = 4;

  private final Random random = new Random(SEED);
  private final Known known = new Known(random);
  private final Stage stage = Stage.shared();
  private final Description description =
      new Description(stage.attorney().get("/openapi.json").expect(200).json());
  private final AsDescribed described = new AsDescribed(description);
  private final NewPractice practice = new NewPractice(stage);
  private final Caller advocate = practice.as("advocate-senior").heardBy(described);
  private final List<String> wrong = new ArrayList<>();
  private final Map<Integer, Integer> seen = new TreeMap<>();

  @Test
  void whoeverTriesEverythingCannotSpoilTheBooks() {
    known.add("{attorneyId}", UUID.randomUUID().toString());
    List<Operation> operations =
        description.operations().stream()
            .filter(it -> !it.isRead() && COLLECTIONS.contains(it.address().split("/")[0]))
            // A person's words would be gone, and with them what can be asked.
            .filter(it -> !it.verb().equals("erase-personal-data"))
            .toList();
    List<Operation> makers = operations.stream().filter(it -> !it.hasVariable()).toList();

    for (int round = 0; round < ROUNDS; round++) {
      boolean few = !known.has("matters", 2) || !known.has("invoices", ENOUGH);
      tryOut(one(few && random.nextInt(3) == 0 ? makers : operations));
      if (round % 20 == 0) {
        // What the billing saga has made meanwhile.
        advocate.ids("/api/v1/invoices").forEach(id -> known.add("invoices", id));
      }
    }
    new Engine(stage).awaitRest();

    assertThat(wrong).as(seed()).isEmpty();
    assertThat(described.wrong()).as(seed()).isEmpty();
    assertThat(seen.keySet()).as("it does something, or it shows nothing").contains(200, 201, 409);
    assertThat(Engine.parked()).as(seed()).isEmpty();
    new Sums(advocate, seed()).addUp();
  }

  private static String seed() {
    return "-Dlexohub.fuzz.seed=" + SEED;
  }

  private void tryOut(Operation operation) {
    // A thing of another kind at this address is illegal, and so is what nobody ever made.
    Optional<String> path =
        random.nextInt(12) == 0 ? Optional.of(astray(operation)) : known.path(operation);
    if (path.isEmpty()) {
      return;
    }
    Map<String, String> headers = headers(operation, path.get());
    byte[] body = body(operation).getBytes(UTF_8);
    Answer answer = advocate.send("POST", path.get(), headers, body);
    seen.merge(answer.status(), 1, Integer::sum);
    String request = path.get() + " " + headers + " <- " + new String(body, UTF_8);
    judge(request, answer);
    if (answer.status() < 300) {
      known.learnFrom(answer);
      if (random.nextInt(4) == 0) {
        Answer again = advocate.send("POST", path.get(), headers, body);
        if (again.status() != answer.status() || !said(again).equals(said(answer))) {
          wrong.add("repeated: " + request + ": " + again.status() + " " + again.text());
        }
      }
    }
  }

  /** Without the permission to upload, which is a new one each time. */
  private static JsonNode said(Answer answer) {
    JsonNode said = answer.json();
    return said instanceof ObjectNode object ? object.without("upload") : said;
  }

  private void judge(String request, Answer answer) {
    boolean promised =
        answer.status() < 300
            || answer.header("Content-Type").startsWith("application/problem+json")
                && CODES.contains(answer.json().path("code").asString())
                && (answer.status() < 500 || answer.status() == 503);
    if (!promised) {
      wrong.add(Unmoved.start(request) + ": " + answer.status() + " " + answer.text());
    }
  }

  private String astray(Operation operation) {
    String id = known.one(one(List.copyOf(COLLECTIONS))).orElse(UUID.randomUUID().toString());
    return operation.path().replaceAll("\\{[^}]+}", id);
  }

  private Map<String, String> headers(Operation operation, String path) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("Idempotency-Key", UUID.randomUUID().toString());
    if (operation.takesVersion()) {
      switch (random.nextInt(16)) {
        case 0 -> headers.put("If-Match", "\"v" + random.nextInt(9) + "\"");
        case 1 -> {}
        default -> {
          String tag = advocate.get(Known.resource(path)).etag();
          headers.put("If-Match", tag.isEmpty() ? "\"v1\"" : tag);
        }
      }
    }
    return headers;
  }

  private String body(Operation operation) {
    ObjectNode body = known.body(one(operation.bodies()));
    amounts(body);
    // Mostly what is right in itself, at whatever time: the rules are to be met.
    return random.nextInt(12) == 0 ? Mutation.of(body.toString(), random) : body.toString();
  }

  private void amounts(JsonNode node) {
    if (node instanceof ObjectNode money && money.has("amount") && money.has("currency")) {
      money.put(
          "amount",
          switch (random.nextInt(6)) {
            case 0 -> 1L;
            case 1 -> 1L + random.nextInt(100_000_000);
            default -> 100L * (1 + random.nextInt(20_000));
          });
    } else {
      node.forEach(this::amounts);
    }
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** What the API shows of money in one practice, and that it agrees with itself. */
  private record Sums(Caller reader, String seed) {

    void addUp() {
      Map<String, Long> accounts = accounts();
      long open = 0;
      List<String> ids = reader.ids("/api/v1/invoices");
      assertThat(ids).as(seed).isNotEmpty();
      for (String id : ids) {
        JsonNode invoice = reader.get(Story.invoice(id)).expect(200).json();
        if (Set.of("ISSUED", "WRITTEN_OFF").contains(invoice.path("lifecycle").asString())) {
          open += balanceOf(invoice, accounts.getOrDefault(id, 0L));
        }
      }
      assertThat(reader.get("/api/v1/reports/ageing").expect(200).number("/total/amount"))
          .as("what is owed in all, %s", seed)
          .isEqualTo(open);
      reader.ids("/api/v1/receipts").forEach(this::receipt);
      reader.ids("/api/v1/retainers").forEach(this::retainer);
    }

    /** What debits and credits of the ledger come to, by invoice. */
    private Map<String, Long> accounts() {
      Map<String, Long> accounts = new HashMap<>();
      Answer ledger = reader.get("/api/v1/exports/ledger?format=ndjson").expect(200);
      for (String line : ledger.text().lines().toList()) {
        JsonNode entry = JSON.readTree(line);
        if (ACCOUNT.contains(entry.path("kind").asString(""))) {
          accounts.merge(
              entry.path("invoiceId").asString(), entry.path("amountCents").asLong(), Long::sum);
        }
      }
      return accounts;
    }

    private long balanceOf(JsonNode invoice, long ofTheLedger) {
      String told = invoice + ", " + seed;
      long total = invoice.at("/totals/total/amount").asLong();
      long paid = amount(invoice, "paid");
      long balance = amount(invoice, "balance");
      long standing =
          invoice
              .path("payments")
              .valueStream()
              .filter(payment -> !payment.path("reversed").asBoolean(false))
              .mapToLong(payment -> amount(payment, "amount"))
              .sum();
      assertThat(standing).as(told).isEqualTo(paid);
      assertThat(paid).as(told).isLessThanOrEqualTo(total + amount(invoice, "debited"));
      assertThat(balance)
          .as(told)
          .isNotNegative()
          .isEqualTo(
              total
                  + amount(invoice, "debited")
                  - amount(invoice, "credited")
                  - amount(invoice, "writtenOff")
                  - paid)
          .isEqualTo(ofTheLedger);
      return balance;
    }

    private void receipt(String id) {
      JsonNode receipt = reader.get("/api/v1/receipts/" + id).expect(200).json();
      assertThat(amount(receipt, "left"))
          .as(receipt + ", " + seed)
          .isBetween(0L, amount(receipt, "amount"));
    }

    private void retainer(String id) {
      JsonNode retainer = reader.get("/api/v1/retainers/" + id).expect(200).json();
      assertThat(amount(retainer, "balance")).as(retainer + ", " + seed).isNotNegative();
    }

    private static long amount(JsonNode node, String field) {
      return node.path(field).path("amount").asLong(0);
    }

    private static final Set<String> ACCOUNT =
        Set.of("INVOICED", "PAID", "PAYMENT_REVERSED", "CREDITED", "DEBITED", "WRITTEN_OFF");
  }
}
