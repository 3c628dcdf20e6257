package za.lexohub.eventstore;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A line that drops a number of answers after the server has done, and committed, what was asked.
 */
final class LosingDataSource extends DelegatingDataSource {

  private final BooleanSupplier loses;

  LosingDataSource(DataSource dataSource, AtomicInteger answersToLose) {
    this(dataSource, () -> answersToLose.getAndUpdate(n -> Math.max(0, n - 1)) > 0);
  }

  /**
   * @param loses asked after each call whether its answer is lost
   */
  LosingDataSource(DataSource dataSource, BooleanSupplier loses) {
    super(dataSource);
    this.loses = loses;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              Object result = invoke(connection, method, arguments);
              return result instanceof PreparedStatement statement ? losing(statement) : result;
            });
  }

  private PreparedStatement losing(PreparedStatement statement) {
    return (PreparedStatement)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {PreparedStatement.class},
            (proxy, method, arguments) -> {
              Object result = invoke(statement, method, arguments);
              if (method.getName().equals("executeQuery") && loses.getAsBoolean()) {
                throw new SQLException("the answer was lost", "08006");
              }
              return result;
            });
  }

  private static Object invoke(Object target, java.lang.reflect.Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
