package za.lexohub.api.reading;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Breaks the connection off after an answer that could not be finished. Ended as usual, its last
 * chunk would tell the client that it has everything.
 */
final class CutShort extends ValveBase {
  private static final String MARK = CutShort.class.getName();

  CutShort() {
    super(true);
  }

  /** Says of the answer to this request that it is a part. */
  static void mark(HttpServletRequest request) {
    request.setAttribute(MARK, Boolean.TRUE);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    getNext().invoke(request, response);
    if (request.getAttribute(MARK) != null && response.isCommitted()) {
      response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
    }
  }
}
