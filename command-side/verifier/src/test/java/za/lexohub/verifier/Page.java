package za.lexohub.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;

/** The script of verify.html, run without a browser. */
final class Page implements AutoCloseable {

  private final Context context;
  private final Value verifyPack;
  private final Value verifyProof;

  Page() {
    context =
        Context.newBuilder("js")
            .option("engine.WarnInterpreterOnly", "false")
            .option("js.ecmascript-version", "2020")
            .build();
    Matcher script = Pattern.compile("<script[^>]*>(.*?)</script>", Pattern.DOTALL).matcher(html());
    if (!script.find()) {
      throw new IllegalStateException("the page has no script");
    }
    context.eval("js", script.group(1));
    context.eval(
        "js",
        """
        const raw = (text) => Uint8Array.from(text, (c) => c.charCodeAt(0));
        const told = ({verdict, findings, notes}) =>
            [verdict, ...findings, ...notes.map((n) => 'NOTE: ' + n)].join('\\n');
        """);
    verifyPack =
        context.eval(
            "js",
            "(pack, key, packKey) => told(LexoHubVerifier.verifyPack(raw(pack), {key, packKey}))");
    verifyProof =
        context.eval(
            "js",
            "(event, proof, key, change) => told(LexoHubVerifier.verifyProof(raw(event),"
                + " raw(proof), key, change ? [raw(change)] : []))");
  }

  private static String html() {
    try (InputStream in = Verify.class.getResourceAsStream("/za/lexohub/verifier/verify.html")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The verdict, and what was found, a line each. */
  String pack(byte[] zip, String keys) {
    return verifyPack.execute(latin1(zip), keys, "").asString();
  }

  String proof(byte[] event, byte[] proof, String keys, byte[] change) {
    return verifyProof.execute(latin1(event), latin1(proof), keys, latin1(change)).asString();
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    context.close();
  }
}
