package za.lexohub.api.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import za.lexohub.audit.AuditTrail.Export;

/** A file that goes to the client while it is read. Stops when the client has gone. */
final class Download {
  private static final Logger log = LoggerFactory.getLogger(Download.class);

  static void send(
      HttpServletResponse response, String contentType, String fileName, Export content)
      throws IOException {
    response.setContentType(contentType);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(fileName).build().toString());
    try {
      content.writeTo(new Client(response.getOutputStream()));
      response.flushBuffer();
    } catch (Gone gone) {
      log.debug("A client left before its download of {} was finished", fileName);
    } catch (RuntimeException failed) {
      if (!response.isCommitted()) {
        response.reset();
        throw failed;
      }
      // Too late to say so; the trailer that is missing says it.
      log.warn("A download of {} ends early", fileName, failed);
    }
  }

  /** The client takes no more. */
  private static final class Gone extends IOException {
    private static final long serialVersionUID = 1;

    Gone(IOException cause) {
      super(cause);
    }
  }

  private static final class Client extends FilterOutputStream {
    Client(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        throw new Gone(e);
      }
    }

    @Override
    public void flush() throws IOException {
      try {
        out.flush();
      } catch (IOException e) {
        throw new Gone(e);
      }
    }
  }

  private Download() {}
}
