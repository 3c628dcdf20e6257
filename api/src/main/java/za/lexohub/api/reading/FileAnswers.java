package za.lexohub.api.reading;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.query.export.Export;
import za.lexohub.query.export.ExportFiles;
import za.lexohub.query.export.Format;

/** Answers with files of rows. */
public final class FileAnswers {
  public static final String AS_OF_POSITION = "As-Of-Position";
  private static final Duration EXPORTED = Duration.ofSeconds(10);

  private final ExportFiles files;

  public FileAnswers(ExportFiles files) {
    this.files = files;
  }

  /**
   * @throws Refusal 503 when this node writes as many as it may, or one of the same practice
   */
  public void send(
      HttpServletRequest request, HttpServletResponse response, Export export, Format format)
      throws IOException {
    String position = Long.toString(export.heading().position());
    response.setHeader(AS_OF_POSITION, position);
    response.setHeader(Reads.POSITION, position);
    try {
      Download.send(
          request,
          response,
          Representation.contentType(format),
          "%s-%s.%s".formatted(export.heading().name(), position, format.word()),
          out -> files.write(export, format, out));
    } catch (ExportFiles.Busy busy) {
      throw Refusal.later(
          ProblemCode.UNAVAILABLE, "Exports are being written; this one has to wait.", EXPORTED);
    }
  }
}
