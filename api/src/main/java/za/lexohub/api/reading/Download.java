package za.lexohub.api.reading;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import za.lexohub.api.bulkhead.RequestBulkhead;

/**
 * A file that goes to the client while it is read. Stops when the client has gone; what fails on
 * its way breaks the connection off, so that nobody takes a part for the whole.
 */
public final class Download {
  private static final Logger log = LoggerFactory.getLogger(Download.class);

  /** What is sent. */
  @FunctionalInterface
  public interface Content {

    /**
     * Returns when everything is written.
     *
     * @throws IOException when {@code out} takes no more
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * @throws RuntimeException as the content does, while nothing of it has been sent
   */
  public static void send(
      HttpServletRequest request,
      HttpServletResponse response,
      String contentType,
      String fileName,
      Content content)
      throws IOException {
    response.setContentType(contentType);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(fileName).build().toString());
    boolean isWhole = false;
    RequestBulkhead.giveBack(request);
    try {
      content.writeTo(new Client(response.getOutputStream()));
      response.flushBuffer();
      isWhole = true;
    } catch (Gone gone) {
      log.debug("A client left before its download of {} was finished", fileName);
    } catch (IOException | RuntimeException failed) {
      if (!response.isCommitted()) {
        response.reset();
        throw failed;
      }
      // Too late to say so.
      log.warn("A download of {} ends early", fileName, failed);
    } finally {
      if (!isWhole && response.isCommitted()) {
        CutShort.mark(request);
      }
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
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
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
