package za.lexohub.api.websocket;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;
import za.lexohub.api.problem.InputError;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;

/** What API Gateway puts to us for a connection; from anybody else it is refused. */
final class GatewayCall {
  static final String SECRET_HEADER = "x-lexohub-websocket";
  static final String ID_HEADER = "x-connection-id";

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_=-]{1,128}");

  private final byte[] secret;

  GatewayCall(SocketProperties properties) {
    this.secret = properties.secret().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The id of the connection that is spoken for.
   *
   * @throws Refusal when it is not API Gateway that speaks, or it names no connection
   */
  String connection(HttpServletRequest request) {
    String shown = request.getHeader(SECRET_HEADER);
    // In a time that does not tell how much of it is right.
    if (shown == null || !MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), secret)) {
      throw Refusal.of(ProblemCode.FORBIDDEN, "Only the WebSocket API may ask this.");
    }
    String id = request.getHeader(ID_HEADER);
    if (id == null || !ID.matcher(id).matches()) {
      throw Refusal.input(
          ProblemCode.INVALID_HEADER,
          "Send the connection's id as " + ID_HEADER + ".",
          new InputError(ID_HEADER, "format", "is no id of a connection"));
    }
    return id;
  }
}
