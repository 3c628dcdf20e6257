package za.lexohub.api.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives a request the address of its caller where the network's edge tells it: then limits by
 * address, and the network that a session and an event show, are the caller's and not the edge's.
 * It is believed of a request alone that brings the edge's secret; of any other the address is the
 * connection's, as before.
 */
public final class ViewerAddress extends OncePerRequestFilter {
  public static final String SECRET_HEADER = "x-lexohub-edge";
  public static final String ADDRESS_HEADER = "x-lexohub-viewer";

  private final byte[] secret;

  public ViewerAddress(EdgeSecret edge) {
    this.secret = edge.secret().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String told = isFromTheEdge(request) ? told(request) : null;
    chain.doFilter(told == null ? request : new Told(request, told), response);
  }

  private boolean isFromTheEdge(HttpServletRequest request) {
    String shown = request.getHeader(SECRET_HEADER);
    // In a time that does not tell how much of it is right.
    return shown != null && MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), secret);
  }

  /** The one address that is told; null when there is none, or it is no address. */
  private static @Nullable String told(HttpServletRequest request) {
    List<String> told = Collections.list(request.getHeaders(ADDRESS_HEADER));
    String address = told.size() == 1 ? told.getFirst().strip() : null;
    return ClientNetwork.isAddress(address) ? address : null;
  }

  private static final class Told extends HttpServletRequestWrapper {
    private final String address;

    Told(HttpServletRequest request, String address) {
      super(request);
      this.address = address;
    }

    @Override
    public String getRemoteAddr() {
      return address;
    }

    /** Nobody looks up its name. */
    @Override
    public String getRemoteHost() {
      return address;
    }
  }
}
