package za.lexohub.benchmarks.names;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Search documents of made-up practices, the same for the same number on every machine. Few names
 * are frequent and many rare, as in life; two of five documents are matters, one is a pro forma.
 */
public final class Practice {

  private static final List<String> FIRST =
      List.of(
          "Thandi",
          "Sipho",
          "Nomvula",
          "Pieter",
          "Lerato",
          "Johan",
          "Ayesha",
          "Bongani",
          "Anna-Marie",
          "Themba",
          "Nkosazana",
          "Priya",
          "Chloë",
          "Mpho",
          "Willem",
          "Zanele",
          "Siobhán",
          "Tshepo",
          "Ntombi-zodwa",
          "Faizel",
          "Annelie",
          "Sibusiso",
          "Refilwe",
          "Gert",
          "Kavitha",
          "Lwazi",
          "Elmarie",
          "Xolani",
          "Palesa",
          "Rajesh",
          "Hendrik",
          "Busisiwe",
          "Katlego",
          "Susan",
          "Vusi",
          "Fatima",
          "Jacobus",
          "Dikeledi",
          "Michael",
          "Nosipho");

  private static final List<String> LAST =
      List.of(
          "Dlamini",
          "Nkosi",
          "Botha",
          "Naidoo",
          "Khumalo",
          "van der Merwe",
          "Mokoena",
          "Pillay",
          "Sithole",
          "Pretorius",
          "Mahlangu",
          "Jacobs",
          "Ndlovu",
          "du Plessis",
          "Zulu",
          "Govender",
          "Molefe",
          "Venter",
          "Mthembu",
          "Smith",
          "Mkhize",
          "Coetzee",
          "Zwane",
          "Nel",
          "Shabalala",
          "van Wyk",
          "Radebe",
          "O'Brien",
          "Cele",
          "Janse van Rensburg",
          "Maseko",
          "Fourie",
          "Qwabe",
          "Abrahams",
          "Tshabalala",
          "Böhmer",
          "Xaba",
          "le Roux",
          "Motaung",
          "Patel",
          "Gumede",
          "Steyn",
          "Hlongwane",
          "Viljoen",
          "Moloi",
          "Kruger",
          "Ngcobo",
          "Adams",
          "Buthelezi",
          "van Niekerk",
          "Majola",
          "Swanepoel",
          "Mabaso",
          "Cloete",
          "Nxumalo",
          "Erasmus",
          "Masondo",
          "Hendricks",
          "Ntuli",
          "Rossouw");

  private static final List<String> BODIES =
      List.of(
          "Road Accident Fund",
          "Minister of Police",
          "City of Johannesburg",
          "Transit Holdings",
          "Eskom Pension Trust",
          "Body Corporate of Umhlanga Sands",
          "Standard Lending",
          "MEC for Health",
          "Karoo Solar",
          "Lwandle Mining",
          "Highveld Steel Traders",
          "Registrar of Deeds");

  private static final List<String> TYPES =
      List.of(
          "Commercial litigation",
          "Personal injury",
          "Labour",
          "Family",
          "Criminal",
          "Insolvency",
          "Deceased estates",
          "Administrative",
          "Tax",
          "Construction");

  private static final List<String> WORK =
      List.of(
          "opposed motion",
          "urgent interdict",
          "trial on the merits",
          "exception to the particulars",
          "application for leave to appeal",
          "consultation with experts",
          "heads of argument",
          "summary judgment",
          "rescission of the default judgment",
          "arbitration on quantum",
          "review of the decision of the tribunal",
          "opinion on the acquisition of the farm");

  private static final List<String> STATUSES =
      List.of("ACTIVE", "CLOSED", "SETTLED", "ON_HOLD", "REQUESTED");

  private static final List<String> INVOICE_STATUSES =
      List.of("PAID", "SENT", "OVERDUE", "VIEWED", "DRAFT", "DISPUTED");

  private static final List<String> PRO_FORMA_STATUSES =
      List.of("CONVERTED", "ACCEPTED", "SENT", "DRAFT", "DECLINED", "EXPIRED");

  private static final Instant BEGAN = Instant.parse("2020-01-06T06:00:00.000Z");

  /**
   * A document.
   *
   * @param alias of its index
   * @param source its fields, as the mappings have them
   */
  public record Filed(String alias, String id, String tenant, Map<String, Object> source) {

    /** A field as text. */
    public String text(String field) {
      return String.valueOf(source.get(field));
    }
  }

  private final long seed;
  private final int tenants;

  public Practice(long seed, int tenants) {
    this.seed = seed;
    this.tenants = tenants;
  }

  /** The document of a number, from 0. */
  public Filed document(int number) {
    Random random = new Random(seed * 1_000_003L + number);
    random.nextInt(); // the first of neighbouring seeds are alike
    String tenant = "practice-" + number % tenants;
    String id = new UUID(random.nextLong(), number).toString();
    String client = name(random);
    String type = often(TYPES, random);
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("id", id);
    source.put("advocate_id", tenant);
    source.put("title", title(client, random));
    source.put("description", type + ": " + often(WORK, random) + ", " + often(WORK, random));
    source.put("client_name", client);
    source.put("attorney", name(random));
    source.put("firm", often(LAST, random) + " " + often(LAST, random) + " Attorneys");
    source.put("matter_type", type);
    source.put("bar", random.nextInt(3) == 0 ? "CAPE_TOWN" : "JOHANNESBURG");
    Instant created = BEGAN.plus(random.nextInt(6 * 365 * 24 * 60), ChronoUnit.MINUTES);
    source.put("created_at", created.toString().replace("Z", ".000Z"));
    source.put("version", 1 + random.nextInt(9));
    source.put("last_position", number + 1);
    int year = created.atZone(java.time.ZoneOffset.UTC).getYear();
    String alias =
        switch (random.nextInt(5)) {
          case 0, 1 -> matter(source, year, number, random);
          case 2 -> proForma(source, year, number, random);
          default -> invoice(source, year, number, random);
        };
    return new Filed(alias, id, tenant, source);
  }

  private static String matter(Map<String, Object> source, int year, int number, Random random) {
    source.put("reference_number", "JHB/%d/%06d".formatted(year, number));
    source.put("court_case_number", year + "/" + (10_000 + random.nextInt(80_000)));
    source.put("status", often(STATUSES, random));
    source.put("archived", random.nextInt(6) == 0);
    source.put("estimate_cents", amount(random));
    source.put("urgent", random.nextInt(10) == 0);
    return "matters";
  }

  private static String proForma(Map<String, Object> source, int year, int number, Random random) {
    source.put("reference_number", "PF-%d-%06d".formatted(year, number));
    String status = often(PRO_FORMA_STATUSES, random);
    source.put("status", status);
    source.put("phase", status.equals("EXPIRED") ? "SENT" : status);
    source.put("expired", status.equals("EXPIRED"));
    source.put("total_cents", amount(random));
    return "proformas";
  }

  private static String invoice(Map<String, Object> source, int year, int number, Random random) {
    source.put("reference_number", "INV-%d-%06d".formatted(year, number));
    String status = often(INVOICE_STATUSES, random);
    long total = amount(random);
    source.put("status", status);
    source.put("lifecycle", status.equals("DRAFT") ? "DRAFT" : "ISSUED");
    source.put("payment_status", status.equals("PAID") ? "PAID" : "UNPAID");
    source.put("total_cents", total);
    source.put("balance_cents", status.equals("PAID") ? 0 : total);
    return "invoices";
  }

  private static String title(String client, Random random) {
    String party = client.substring(client.indexOf(' ') + 1);
    return switch (random.nextInt(4)) {
      case 0 -> party + " v " + often(LAST, random);
      case 1 -> party + " v " + often(BODIES, random);
      case 2 -> "Estate Late " + client;
      default -> "Ex parte " + client;
    };
  }

  private static String name(Random random) {
    return often(FIRST, random) + " " + often(LAST, random);
  }

  /** From five hundred rand to a good million, most of it small. */
  private static long amount(Random random) {
    return Math.round(50_000 * Math.exp(random.nextDouble() * 7.7));
  }

  /** The first ones much more often than the last. */
  private static String often(List<String> values, Random random) {
    double place = random.nextDouble();
    return values.get((int) (values.size() * place * place));
  }
}
