package za.lexohub.api.input;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.web.filter.OncePerRequestFilter;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Problems;

/**
 * Reads a body once, up to {@value #MAX_BYTES} bytes, and keeps it, because the request's hash and
 * the controller both need it.
 */
public final class BodyLimit extends OncePerRequestFilter {
  public static final int MAX_BYTES = 256 * 1024;

  private static final String ATTRIBUTE = BodyLimit.class.getName();

  private final Problems problems;

  public BodyLimit(Problems problems) {
    this.problems = problems;
  }

  /**
   * The body as it came; empty when there was none.
   *
   * @throws IllegalStateException when the request did not pass here, because nobody could then
   *     tell two bodies apart
   */
  public static byte[] body(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof byte[] body) {
      return body;
    }
    throw new IllegalStateException("the body of this request was not kept");
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/api/") || "GET".equals(request.getMethod());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    byte[] body =
        request.getContentLengthLong() > MAX_BYTES
            ? null
            : request.getInputStream().readNBytes(MAX_BYTES + 1);
    if (body == null || body.length > MAX_BYTES) {
      problems.write(
          request,
          response,
          ProblemCode.BODY_TOO_LARGE,
          "A body may have " + MAX_BYTES / 1024 + " KiB.");
      return;
    }
    request.setAttribute(ATTRIBUTE, body);
    chain.doFilter(new Kept(request, body), response);
  }

  private static final class Kept extends HttpServletRequestWrapper {
    private final byte[] body;

    Kept(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
      return new Stream(new ByteArrayInputStream(body));
    }

    @Override
    public BufferedReader getReader() {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  private static final class Stream extends ServletInputStream {
    private final ByteArrayInputStream bytes;

    Stream(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      return bytes.read(target, offset, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("the body is already read; there is nothing to wait for");
    }
  }
}
