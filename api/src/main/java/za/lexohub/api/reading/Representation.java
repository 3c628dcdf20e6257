package za.lexohub.api.reading;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.query.export.Format;

/**
 * In which format rows are wanted: {@code format=csv}, for browsers and links, or else the format
 * that {@code Accept} likes best. JSON when neither says anything.
 */
public final class Representation {
  public static final String FORMAT = "format";

  /**
   * @throws Refusal 400 for an unknown format, 406 when none is accepted
   */
  public static Format of(HttpServletRequest request) {
    Format asked = new Parameters(request).oneOf(FORMAT, Format.class);
    if (asked != null) {
      return asked;
    }
    List<MediaType> accepted = accepted(request);
    if (accepted.isEmpty()) {
      return Format.JSON;
    }
    for (MediaType type : accepted) {
      for (Format format : Format.values()) {
        if (type.includes(MediaType.parseMediaType(format.mediaType()))
            || format == Format.JSON && type.getSubtype().endsWith("+json")) {
          return format;
        }
      }
    }
    throw notAcceptable();
  }

  /** The best liked first; what is not liked at all is left out. */
  private static List<MediaType> accepted(HttpServletRequest request) {
    List<String> headers = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
    try {
      List<MediaType> accepted = new ArrayList<>(MediaType.parseMediaTypes(headers));
      if (!accepted.isEmpty() && accepted.stream().allMatch(it -> it.getQualityValue() == 0)) {
        throw notAcceptable();
      }
      accepted.removeIf(type -> type.getQualityValue() == 0);
      accepted.sort(Comparator.comparingDouble(MediaType::getQualityValue).reversed());
      return accepted;
    } catch (InvalidMediaTypeException unreadable) {
      throw notAcceptable();
    }
  }

  /** With what a reader of plain rows must know beside. */
  public static String contentType(Format format) {
    return format == Format.CSV
        ? format.mediaType() + ";header=present;charset=UTF-8"
        : format.mediaType();
  }

  private static Refusal notAcceptable() {
    return Refusal.of(
        ProblemCode.NOT_ACCEPTABLE,
        "There is "
            + String.join(", ", Arrays.stream(Format.values()).map(Format::mediaType).toList())
            + ".");
  }

  private Representation() {}
}
