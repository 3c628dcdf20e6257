package za.lexohub.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was found, as tables for a person and as JSON for a comparison later. */
public final class Report {

  private final Map<String, Object> about = new LinkedHashMap<>();
  private final List<Map<String, Object>> tables = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  Report(String[] command) {
    about.put("benchmark", command[0]);
    about.put("command", "benchmarks/run " + withoutFile(String.join(" ", command)));
    about.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    about.put("commit", System.getProperty("lexohub.benchmarks.commit", "unknown"));
    about.put("processors", Runtime.getRuntime().availableProcessors());
    about.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    about.put("java", System.getProperty("java.vm.version"));
    about.put("loadBefore", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /** Where the report goes is nothing that was measured. */
  private static String withoutFile(String command) {
    return command.replaceAll(" --json \\S+", "");
  }

  /** Tells a person who waits how far it is. */
  public static void progress(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }

  /** Adds a table; every row maps the names of its columns to numbers or texts. */
  public void table(String title, List<Map<String, Object>> rows) {
    Map<String, Object> table = new LinkedHashMap<>();
    table.put("title", title);
    table.put("rows", rows);
    tables.add(table);
  }

  /** A sentence that has to be read with the numbers. */
  public void note(String sentence) {
    notes.add(sentence);
  }

  void print(PrintStream out) {
    out.printf(
        "%n%s · %s · commit %s%n%s processors, %s, Java %s, load before %s%n",
        about.get("command"),
        about.get("at"),
        about.get("commit"),
        about.get("processors"),
        about.get("system"),
        about.get("java"),
        text(about.get("loadBefore")));
    for (Map<String, Object> table : tables) {
      out.printf("%n%s%n%n", table.get("title"));
      print(rows(table), out);
    }
    notes.forEach(note -> out.printf("%n%s%n", note));
    out.flush();
  }

  @SuppressWarnings("unchecked") // put there by table()
  private static List<Map<String, Object>> rows(Map<String, Object> table) {
    return (List<Map<String, Object>>) table.get("rows");
  }

  /** As Markdown, so that it can be kept as it is. */
  private static void print(List<Map<String, Object>> rows, PrintStream out) {
    Set<String> columns = new LinkedHashSet<>();
    rows.forEach(row -> columns.addAll(row.keySet()));
    StringJoiner head = new StringJoiner(" | ", "| ", " |");
    StringJoiner rule = new StringJoiner("|", "|", "|");
    for (String column : columns) {
      head.add(column);
      rule.add("---");
    }
    out.println(head);
    out.println(rule);
    for (Map<String, Object> row : rows) {
      StringJoiner line = new StringJoiner(" | ", "| ", " |");
      columns.forEach(column -> line.add(text(row.getOrDefault(column, ""))));
      out.println(line);
    }
  }

  private static String text(Object value) {
    if (value instanceof Double number) {
      return String.format(Locale.ROOT, Math.abs(number) >= 100 ? "%,.0f" : "%.2f", number);
    }
    return value instanceof Number number
        ? String.format(Locale.ROOT, "%,d", number.longValue())
        : String.valueOf(value);
  }

  void write(Path file) throws IOException {
    Map<String, Object> all = new LinkedHashMap<>(about);
    all.put("tables", tables);
    all.put("notes", notes);
    if (file.toAbsolutePath().getParent() != null) {
      Files.createDirectories(file.toAbsolutePath().getParent());
    }
    Files.writeString(
        file,
        JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(all)
            + "\n");
  }
}
