package za.lexohub.api.live;

import org.apache.coyote.http11.Http11NioProtocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Makes a connection cheap to keep open. Tomcat holds buffers for each as long as it lives, and a
 * stream lives for hours: ten thousand of them would take 1.5 GB. What is longer than a buffer
 * passes it by, so that these cost other answers nothing.
 */
@Component
final class ManyConnections implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.setProtocol(Slim.class.getName());
  }

  /** HTTP/1.1 with small buffers of bytes and characters around each answer. */
  public static final class Slim extends Http11NioProtocol {
    private static final int READ_BYTES = 2048;
    private static final int WRITE_BYTES = 4096;
    private static final int ANSWER_BYTES = 2048;

    /** Called by the server, by name. */
    public Slim() {
      setProperty("socket.appReadBufSize", Integer.toString(READ_BYTES));
      setProperty("socket.appWriteBufSize", Integer.toString(WRITE_BYTES));
    }

    @Override
    public int getDesiredBufferSize() {
      return ANSWER_BYTES;
    }
  }
}
