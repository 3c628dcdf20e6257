package za.lexohub.readmodels.rebuild;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is different between a version beside and the one that is read, at one position of the log.
 * Says whose, which and why, and holds no content: of what differs only the column's name and a
 * hash.
 *
 * @param position to which both had come
 * @param rows of the version beside
 * @param differences rows that are not the same, or are in one of the two only
 * @param differing the first of them
 */
public record Report(
    long position,
    Instant at,
    boolean same,
    long rows,
    long differences,
    List<Table> tables,
    List<Row> differing) {

  public Report {
    tables = List.copyOf(tables);
    differing = List.copyOf(differing);
  }

  /**
   * One table.
   *
   * @param here rows of what is read
   * @param there rows of the version beside
   * @param columns in how many rows each column differs
   * @param tenants those with a difference first
   */
  public record Table(
      String table,
      long here,
      long there,
      long differences,
      Map<String, Long> columns,
      List<Tenant> tenants) {

    public Table {
      tenants = List.copyOf(tenants);
    }
  }

  /** One tenant's rows of one table. */
  public record Tenant(String tenant, boolean same, Figures here, Figures there) {}

  /**
   * @param sums of each column of whole numbers
   * @param checksum over all keys and what stands under each
   */
  public record Figures(long rows, Map<String, Long> sums, String checksum) {}

  /**
   * A row that is not the same.
   *
   * @param key the names and values of its key's columns
   * @param columns that differ; all when it is in one of the two only
   * @param here hash of what is read; empty when there is none
   * @param there hash of what is beside; empty when there is none
   * @param events that the read model hears of and that are of the row, the last ones first
   */
  public record Row(
      String table,
      String tenant,
      Map<String, String> key,
      List<String> columns,
      String here,
      String there,
      List<Event> events) {

    public Row {
      columns = List.copyOf(columns);
      events = List.copyOf(events);
    }
  }

  /** Where an event stands in the log, and what it is. */
  public record Event(long position, String type, String aggregateId) {}
}
