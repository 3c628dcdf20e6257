package za.lexohub.query.export;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Hands bytes on in small pieces and looks at the clock around each, so a reader who takes them one
 * by one is given up, however much is written at once.
 */
final class PunctualStream extends OutputStream {

  static final int PIECE = 8 * 1024;

  private final OutputStream out;
  private final Runnable clock;

  /**
   * @param clock throws when there is no more time
   */
  PunctualStream(OutputStream out, Runnable clock) {
    this.out = out;
    this.clock = clock;
  }

  @Override
  public void write(int one) throws IOException {
    clock.run();
    out.write(one);
    clock.run();
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    for (int done = 0; done < length; done += PIECE) {
      clock.run();
      out.write(bytes, offset + done, Math.min(PIECE, length - done));
      clock.run();
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }
}
