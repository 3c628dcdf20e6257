package za.lexohub.benchmarks.crash;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import za.lexohub.benchmarks.Server;
import za.lexohub.embedded.postgres.Database;

/** Compares the numbers in the log with the documents that bear them, as the log's owner. */
final class NumbersInspection {

  private static final String LOG =
      """
      with said as materialized (
        select position, tenant_id, event_type, aggregate_id, xmin::text as append,
               convert_from(payload, 'UTF8')::jsonb as p
        from event_log),
      allocated as (
        select position, tenant_id, append, aggregate_id as sequence_id, (p->>'value')::int as value,
               p->>'series' as series, p->>'number' as number, p->>'allocatedTo' as document
        from said where event_type = 'NumberAllocated'),
      voided as (
        select tenant_id, append, p->>'number' as number from said
        where event_type = 'NumberVoided'),
      documents as (
        select tenant_id, append, 'MATTER' as series, p->>'reference' as number, aggregate_id as id
        from said where event_type in ('MatterOpened', 'MatterRequested')
        union all
        select tenant_id, append, 'PRO_FORMA', p->>'quoteNumber', aggregate_id
        from said where event_type = 'ProFormaDrafted'
        union all
        select tenant_id, append, 'INVOICE', p->>'invoiceNumber', aggregate_id
        from said where event_type = 'InvoiceGenerated'
        union all
        select issued.tenant_id, issued.append, drafted.p->>'kind' || '_NOTE',
               issued.p->>'noteNumber', issued.aggregate_id
        from said issued join said drafted using (aggregate_id)
        where issued.event_type = 'CreditNoteIssued' and drafted.event_type = 'CreditNoteDrafted'
        union all
        select tenant_id, append, 'TRUST_RECEIPT', p->>'receiptNumber', p->>'entryId'
        from said where event_type = 'TrustMoneyReceived'),
      discarded as (
        select said.tenant_id, said.append, documents.number
        from said join documents on documents.series = 'INVOICE' and documents.id = aggregate_id
        where event_type = 'InvoiceDiscarded')
      """;

  private final Database database;

  NumbersInspection(Database database) {
    this.database = database;
  }

  /**
   * Everything that is not as promised; empty when all is well.
   *
   * @param answered every errand with what was said of it: {@code ok}, or why it was refused
   */
  List<String> violations(Map<Errand, String> answered) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = Server.owner(database)) {
      none(
          found,
          connection,
          "series with a gap or a number twice",
          "select sequence_id from allocated group by 1 having min(value) <> 1"
              + " or max(value) <> count(*) or count(distinct value) <> count(*)");
      none(
          found,
          connection,
          "numbers printed twice",
          "select tenant_id || ' ' || number from allocated group by 1 having count(*) > 1");
      none(
          found,
          connection,
          "numbers that no document bears, or not since the same append",
          "select tenant_id || ' ' || number from allocated a where not exists (select from"
              + " documents d where (d.tenant_id, d.series, d.number, d.id, d.append) ="
              + " (a.tenant_id, a.series, a.number, a.document, a.append))");
      none(
          found,
          connection,
          "documents whose number was not allocated to them",
          "select tenant_id || ' ' || number from documents d where not exists (select from"
              + " allocated a where (a.tenant_id, a.series, a.number, a.document) ="
              + " (d.tenant_id, d.series, d.number, d.id))");
      none(
          found,
          connection,
          "voids that are not of a discarded invoice, or not in the same append",
          "select tenant_id || ' ' || number from (table voided except table discarded) it");
      none(
          found,
          connection,
          "discarded invoices whose number was not voided",
          "select tenant_id || ' ' || number from (table discarded except table voided) it");
      none(
          found,
          connection,
          "numbers voided more than once",
          "select tenant_id || ' ' || number from voided group by 1 having count(*) > 1");
      compare(found, allocations(connection), answered);
    }
    return found;
  }

  /** How many numbers were given in how many series, and how many of them are void. */
  List<Long> counts() throws SQLException {
    try (Connection connection = Server.owner(database);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                LOG
                    + "select (select count(*) from allocated), (select count(distinct sequence_id)"
                    + " from allocated), (select count(*) from voided)")) {
      row.next();
      return List.of(row.getLong(1), row.getLong(2), row.getLong(3));
    }
  }

  private static void compare(
      List<String> found, Map<String, Integer> allocations, Map<Errand, String> answered) {
    answered.forEach(
        (errand, answer) -> {
          boolean refused = !answer.equals("ok");
          if (refused != errand.what().isRefused()) {
            found.add(errand + " was answered " + answer);
          }
          for (String document : documents(errand)) {
            int numbers = allocations.getOrDefault(document, 0);
            allocations.remove(document);
            if (numbers != (refused ? 0 : 1)) {
              found.add(errand + ", answered " + answer + ", has " + numbers + " numbers");
            }
          }
        });
    allocations.keySet().forEach(it -> found.add("nobody has asked for the document " + it));
  }

  private static Collection<String> documents(Errand errand) {
    return errand.what() == Errand.What.BOOKS
        ? List.of(errand.id("matter").toString(), errand.id("invoice").toString())
        : List.of(errand.id().toString());
  }

  private static Map<String, Integer> allocations(Connection connection) throws SQLException {
    Map<String, Integer> all = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(LOG + "select document, count(*) from allocated group by 1")) {
      while (rows.next()) {
        all.put(rows.getString(1), rows.getInt(2));
      }
    }
    return all;
  }

  private static void none(List<String> found, Connection connection, String what, String query)
      throws SQLException {
    List<String> such = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(LOG + query)) {
      while (rows.next()) {
        such.add(rows.getString(1));
      }
    }
    if (!such.isEmpty()) {
      found.add(
          "%d %s, such as %s"
              .formatted(such.size(), what, such.subList(0, Math.min(5, such.size()))));
    }
  }
}
