package za.lexohub.audit.seal;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import za.lexohub.audit.checkpoint.AuditObjects;
import za.lexohub.audit.checkpoint.KeyChain;
import za.lexohub.audit.tlog.Checkpoint;
import za.lexohub.audit.tlog.Frontier;
import za.lexohub.audit.tlog.Note;
import za.lexohub.messages.ActorType;
import za.lexohub.messages.operation.OperationEvents.LogRestored;
import za.lexohub.messages.operation.OperationJournal;
import za.lexohub.messages.operation.ReadModelId;

/**
 * The way on for a log that was restored to before its last checkpoint. Whoever does it owns the
 * database: it takes away what the database remembers of being sealed, and leaves an event in its
 * place. What was signed stays in the store, out of reach.
 */
public final class Restoration {

  private static final String GROUP = "log";

  private final JdbcClient jdbc;
  private final DataSource owner;
  private final AuditObjects store;
  private final String firstKey;

  /**
   * @param owner a login that owns the tables
   * @param store a copy of the audit bucket: its newest checkpoint, at least one not after the
   *     restored end, and every change of keys
   * @param firstKey the key that the log began with, as a verifier key, from elsewhere than the
   *     database
   */
  public Restoration(DataSource owner, AuditObjects store, String firstKey) {
    this.jdbc = JdbcClient.create(owner);
    this.owner = owner;
    this.store = store;
    this.firstKey = firstKey;
  }

  /**
   * What was restored, and what of it was sealed.
   *
   * @param head the last position that is there
   * @param sealed the size of the newest checkpoint
   * @param compared the largest checkpoint that the restored log was seen to begin with
   * @param checkpoint the newest checkpoint, as it was signed
   * @param keys of the log as it was
   */
  public record Found(long head, long sealed, long compared, String checkpoint, KeyChain keys) {

    /** Sealed events that are not there. */
    public long missing() {
      return Math.max(0, sealed - head);
    }
  }

  /** The log cannot go on in this way; the message says why. */
  public static final class Refused extends RuntimeException {
    Refused(String message) {
      super(message);
    }
  }

  /**
   * Reads the whole log, computes every leaf again and compares it with every checkpoint.
   *
   * @param progress is told positions
   * @throws Refused when the log is something else than a beginning of what was sealed
   */
  public Found look(LongConsumer progress) {
    Leaves leaves = new Leaves(jdbc, () -> {});
    long head = leaves.head();
    KeyChain keys = keys();
    NavigableMap<Long, String> notes = checkpoints(keys);
    if (notes.isEmpty()) {
      throw new Refused("there is no checkpoint to compare with");
    }
    long compared = 0;
    Frontier tree = new Frontier();
    try {
      for (Map.Entry<Long, String> note : notes.headMap(head, true).entrySet()) {
        leaves.each(tree.size(), note.getKey(), tree::append);
        progress.accept(tree.size());
        if (!Checkpoint.parse(note.getValue()).root().equals(tree.root())) {
          throw new Refused(
              Sealed.noPrefix(note.getKey())
                  + ", or somebody has written to it since it was restored: restore it again, and"
                  + " start nothing on it before this command has said what it lacks");
        }
        compared = note.getKey();
      }
      leaves.each(tree.size(), head, leaf -> {});
    } catch (Altered altered) {
      throw new Refused(altered.finding());
    }
    return new Found(head, notes.lastKey(), compared, notes.lastEntry().getValue(), keys);
  }

  private KeyChain keys() {
    List<String> changes =
        store.keysAfter(AuditObjects.KEY_CHANGES, "").stream()
            .flatMap(name -> store.get(name).stream())
            .map(Restoration::text)
            .toList();
    try {
      return KeyChain.of(firstKey.substring(0, firstKey.indexOf('+')), firstKey, changes);
    } catch (KeyChain.Broken broken) {
      throw new Refused(broken.getMessage());
    }
  }

  private NavigableMap<Long, String> checkpoints(KeyChain keys) {
    NavigableMap<Long, String> notes = new TreeMap<>();
    for (String name : store.keysAfter(AuditObjects.CHECKPOINTS, "")) {
      read(name, keys, notes);
    }
    read(AuditObjects.NEWEST, keys, notes);
    return notes;
  }

  private void read(String name, KeyChain keys, NavigableMap<Long, String> notes) {
    store
        .get(name)
        .map(Restoration::text)
        .ifPresent(
            note -> {
              if (keys.hasSigned(note)) {
                notes.put(Checkpoint.parse(note).size(), note);
              } else if (!keys.hasEverSigned(note)) {
                throw new Refused(name + ": checkpoint signed by an unknown key");
              }
              // A sleeper's, by a key that was retired meanwhile, says nothing of what was sealed.
            });
  }

  private static String text(AuditObjects.Stored stored) {
    return new String(stored.content(), StandardCharsets.UTF_8);
  }

  /**
   * Records in the log what it lacks and who goes on without it, and lets it be sealed under
   * another name from its first event on. All of it or nothing.
   *
   * @param origin the other name; the key stays the one that was in force
   * @return the position of the record
   * @throws Refused when nothing is missing, nothing was compared, the name is the same, or the log
   *     has changed since
   */
  public long goOn(Found found, String origin, String actor, String reason, Serializer serializer) {
    if (found.missing() == 0) {
      throw new Refused("nothing that was sealed is missing: sealing goes on by itself");
    }
    if (found.compared() == 0 && found.head() > 0) {
      throw new Refused(
          "no checkpoint of the copy covers only what is there: add one of at most size "
              + found.head());
    }
    if (origin.equals(found.keys().origin())) {
      throw new Refused(
          "nobody may sign two histories under one name: give another --origin than " + origin);
    }
    LogRestored event =
        new LogRestored(
            ReadModelId.ofGroup(GROUP),
            OperationJournal.TENANT,
            found.head(),
            found.sealed(),
            found.checkpoint(),
            origin);
    MetaData metadata = OperationJournal.metadata(ActorType.OPERATOR, actor, reason);
    Long position =
        new TransactionTemplate(new JdbcTransactionManager(owner))
            .execute(
                status -> {
                  long at = append(event, metadata, serializer);
                  if (at != found.head() + 1) {
                    throw new Refused("the log has grown meanwhile: stop what writes to it");
                  }
                  jdbc.sql("delete from log_checkpoint").update();
                  jdbc.sql("delete from log_key_change").update();
                  jdbc.sql("update log_key set verifier_key = ?, first_used = clock_timestamp()")
                      .param(verifierKey(found, origin))
                      .update();
                  jdbc.sql(
                          "update sealer_lease set holder = 'nobody', epoch = epoch + 1,"
                              + " until = '-infinity', alarm = null")
                      .update();
                  return at;
                });
    return position == null ? 0 : position;
  }

  /** Of the log as it goes on. */
  public static String verifierKey(Found found, String origin) {
    return Note.verifierKey(origin, found.keys().lastPublicKey());
  }

  private long append(LogRestored event, MetaData metadata, Serializer serializer) {
    String aggregate = event.readModelId().toString();
    long sequence =
        jdbc.sql("select coalesce(max(sequence) + 1, 0) from event_log where aggregate_id = ?")
            .param(aggregate)
            .query(Long.class)
            .single();
    var written = serializer.serialize(event, byte[].class);
    byte[] context = serializer.serialize(metadata, byte[].class).getData();
    Long position =
        new JdbcTemplate(owner)
            .query(
                connection -> {
                  PreparedStatement call =
                      connection.prepareStatement(
                          "select append_events(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, null, null,"
                              + " null)");
                  Object[][] columns = {
                    {"uuid", UUID.randomUUID()},
                    {"text", OperationJournal.AGGREGATE_TYPE},
                    {"text", aggregate},
                    {"int8", sequence},
                    {"text", written.getType().getName()},
                    {"text", written.getType().getRevision()},
                    {"text", OperationJournal.TENANT.value()},
                    {"timestamptz", Instant.now().atOffset(ZoneOffset.UTC).toString()},
                    {"bytea", written.getData()},
                    {"bytea", context}
                  };
                  for (int i = 0; i < columns.length; i++) {
                    Object value = columns[i][1];
                    Array array =
                        value instanceof byte[] bytes
                            ? connection.createArrayOf("bytea", new byte[][] {bytes})
                            : connection.createArrayOf(
                                (String) columns[i][0], new Object[] {value});
                    call.setArray(i + 1, array);
                  }
                  return call;
                },
                rows -> {
                  rows.next();
                  return rows.getLong(1);
                });
    return position == null ? 0 : position;
  }
}
