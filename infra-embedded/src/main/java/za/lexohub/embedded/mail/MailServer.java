package za.lexohub.embedded.mail;

import static za.lexohub.embedded.part.Ports.HOST;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.jspecify.annotations.Nullable;
import za.lexohub.embedded.part.Listener;
import za.lexohub.embedded.part.Ports;

/** GreenMail in this JVM. Letters are kept in memory and are gone when it stops. */
public final class MailServer implements MailPart {

  private static final long PATIENCE_MILLIS = 20_000;

  private final Ports ports;
  private @Nullable GreenMail server;
  private int smtpPort;
  private int imapPort;

  public MailServer(Ports ports) {
    this.ports = ports;
  }

  @Override
  public String name() {
    return "Mail";
  }

  @Override
  public void start() {
    smtpPort = ports.claim(Listener.SMTP, name());
    imapPort = ports.claim(Listener.IMAP, name());
    server =
        new GreenMail(
            new ServerSetup[] {
              patient(new ServerSetup(smtpPort, HOST, ServerSetup.PROTOCOL_SMTP)),
              patient(new ServerSetup(imapPort, HOST, ServerSetup.PROTOCOL_IMAP))
            });
    server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    server.start();
  }

  private static ServerSetup patient(ServerSetup setup) {
    setup.setServerStartupTimeout(PATIENCE_MILLIS);
    return setup;
  }

  @Override
  public boolean isReady() {
    return server != null && server.isRunning();
  }

  @Override
  public String host() {
    return HOST;
  }

  @Override
  public int smtpPort() {
    return smtpPort;
  }

  @Override
  public int imapPort() {
    return imapPort;
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop();
      server = null;
    }
  }
}
