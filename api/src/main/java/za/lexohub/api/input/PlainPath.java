package za.lexohub.api.input;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Problems;

/**
 * Refuses paths that can be written in two ways. What filters compare is the path as it came, what
 * reaches a controller is the decoded one; no address of ours needs more than plain characters, so
 * the two are kept equal.
 */
public final class PlainPath extends OncePerRequestFilter {
  private final Problems problems;

  public PlainPath(Problems problems) {
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.indexOf('%') < 0
        && path.indexOf(';') < 0
        && path.indexOf('\\') < 0
        && !path.contains("//");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    problems.write(
        request, response, ProblemCode.BAD_REQUEST, "Write the path without %, ;, \\ and //.");
  }
}
