package za.lexohub.audit.seal;

import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.SqlProvider;

/** The first checkpoint is written, and nobody learns of it. */
final class LosesOneAnswer extends JdbcTemplate {
  private final AtomicBoolean lose;

  LosesOneAnswer(DataSource dataSource, AtomicBoolean lose) {
    super(dataSource);
    this.lose = lose;
  }

  @Override
  public <T> T query(
      PreparedStatementCreator creator,
      PreparedStatementSetter setter,
      ResultSetExtractor<T> extractor) {
    T answer = super.query(creator, setter, extractor);
    if (creator instanceof SqlProvider sql
        && String.valueOf(sql.getSql()).contains("record_checkpoint")
        && lose.getAndSet(false)) {
      throw new DataAccessResourceFailureException("the connection broke");
    }
    return answer;
  }
}
