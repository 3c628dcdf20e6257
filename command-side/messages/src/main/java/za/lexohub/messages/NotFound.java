package za.lexohub.messages;

/** No such thing for this tenant: it does not exist, or it is somebody else's. */
public final class NotFound extends RuntimeException {

  public NotFound(String what) {
    super(what + " not found");
  }
}
