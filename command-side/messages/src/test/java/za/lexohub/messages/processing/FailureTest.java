package za.lexohub.messages.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FailureTest {

  @Test
  void whatAStoreQuotesIsLeftOut() {
    assertThat(message("failed to parse field [due]. Preview of field's value: 'Nomvula O'Brien'"))
        .isEqualTo("failed to parse field [due]. Preview of field's value: …");
    assertThat(message("cannot read \"Nomvula")).isEqualTo("cannot read …");
    assertThat(
            Failure.of(new SQLException("ERROR: invalid input syntax: \"Nomvula\"", "22P02"))
                .message())
        .isEqualTo("ERROR: invalid input syntax: …");
  }

  @Test
  void aBrokenConstraintIsNamedWithoutItsValues() {
    SQLException duplicate =
        new SQLException(
            "ERROR: duplicate key violates unique constraint \"matters_pkey\"\n"
                + "  Detail: Key (name)=(Nomvula) already exists.",
            "23505");

    Failure failure = Failure.of(new IllegalStateException("insert", duplicate));

    assertThat(failure.type()).isEqualTo("java.lang.IllegalStateException");
    assertThat(failure.message())
        .isEqualTo(
            "SQLException: ERROR: duplicate key violates unique constraint \"matters_pkey\"");
  }

  @Test
  void anExceptionWithoutWordsIsShownByItsType() {
    assertThat(Failure.of(new NullPointerException()))
        .isEqualTo(new Failure("java.lang.NullPointerException", "no message"));
  }

  private static String message(String said) {
    return Failure.of(new IllegalArgumentException(said)).message();
  }
}
