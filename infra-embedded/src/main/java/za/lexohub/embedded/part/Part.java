package za.lexohub.embedded.part;

import java.util.Map;

/**
 * One real server that LexoHub needs, on this machine.
 *
 * <p>A part is started once and closed once. Closing a part that was never started, or twice, does
 * nothing.
 */
public interface Part extends AutoCloseable {

  /** The name a person knows it by, such as {@code PostgreSQL}. */
  String name();

  /**
   * Starts the server and returns, possibly before it answers.
   *
   * @throws PartFailed when it is already clear that the part cannot run here
   * @throws Exception when it cannot run for a reason that the caller puts into a sentence
   */
  void start() throws Exception;

  /**
   * Whether the server answers a client of its protocol now. Asked again and again until it does.
   *
   * @throws PartFailed when waiting longer is of no use
   */
  boolean isReady();

  /** Where it listens, as a person would type it; known once it was started. */
  String address();

  /** The Spring properties that lead the application to this part; known once it is ready. */
  Map<String, String> properties();

  @Override
  void close();
}
