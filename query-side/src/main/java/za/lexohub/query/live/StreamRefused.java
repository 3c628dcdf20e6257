package za.lexohub.query.live;

/** This node opens no stream now: it has as many as it may, or it stops. */
public final class StreamRefused extends RuntimeException {

  StreamRefused(String why) {
    super(why);
  }
}
