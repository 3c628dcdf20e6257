package za.lexohub.benchmarks.contestant;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import za.lexohub.embedded.postgres.Database;

/**
 * Somebody who stores events, with as many nodes as are compared, on a database of its own.
 *
 * @param name as the tables say it
 */
public record Contestant(String name, Database database, List<Node> nodes)
    implements AutoCloseable {

  public static final String OURS = "lexohub";
  public static final String JDBC = "axon-jdbc";

  /** The same with Axon's cache of aggregates, which only sees what its own node appends. */
  public static final String JDBC_CACHED = "axon-jdbc-cached";

  public static final String JPA = "axon-jpa";
  public static final String PLAIN = "plain-insert";

  /**
   * Starts the nodes, one after the other.
   *
   * @param connections of each peer's node; ours has what the product comes with
   */
  public static Contestant start(String name, Database database, int nodes, int connections) {
    Function<Integer, Node> start =
        switch (name) {
          case OURS -> number -> LexoHubNode.start(database);
          case JDBC -> number -> AxonNode.jdbc(database, connections, number == 0);
          case JDBC_CACHED -> number -> AxonNode.jdbcCached(database, connections, number == 0);
          case JPA -> number -> AxonNode.jpa(database, connections, number == 0);
          case PLAIN -> number -> PlainInsert.start(database, connections, number == 0);
          default -> throw new IllegalArgumentException(name);
        };
    return new Contestant(name, database, IntStream.range(0, nodes).boxed().map(start).toList());
  }

  /** Clients are spread evenly over the nodes. */
  public Node nodeOf(int client) {
    return nodes.get(client % nodes.size());
  }

  @Override
  public void close() {
    nodes.forEach(Node::close);
  }

  @Override
  public String toString() {
    return name;
  }
}
