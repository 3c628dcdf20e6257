package za.lexohub.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.axonframework.modelling.saga.repository.jdbc.PostgresSagaSqlSchema;
import org.axonframework.modelling.saga.repository.jdbc.SagaSchema;

/**
 * Locks a saga's row while it is handled. Axon locks a saga within one JVM only; a deadline that fires
 * on another node than the one that holds the saga's segment would overwrite its state.
 */
class LockingSagaSqlSchema extends PostgresSagaSqlSchema {

  private final SagaSchema schema;

  LockingSagaSqlSchema(SagaSchema schema) {
    super(schema);
    this.schema = schema;
  }

  @Override
  public PreparedStatement sql_loadSaga(Connection connection, String sagaId) throws SQLException {
    PreparedStatement load =
        connection.prepareStatement(
            "select %s, %s, %s from %s where %s = ? for update"
                .formatted(
                    schema.serializedSagaColumn(),
                    schema.sagaTypeColumn(),
                    schema.revisionColumn(),
                    schema.sagaEntryTable(),
                    schema.sagaIdColumn()));
    load.setString(1, sagaId);
    return load;
  }
}
