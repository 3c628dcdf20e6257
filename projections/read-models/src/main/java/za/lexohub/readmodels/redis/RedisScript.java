package za.lexohub.readmodels.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** A Lua script, sent by its hash and in full only to a server that does not know it. */
public final class RedisScript {

  private static final int BATCH = 500;

  private final String text;
  private final String sha1;

  private RedisScript(String text) {
    this.text = text;
    try {
      this.sha1 =
          HexFormat.of()
              .formatHex(
                  MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The script in a file beside the class. */
  public static RedisScript beside(Class<?> owner, String file) {
    try (InputStream in = owner.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no " + file + " beside " + owner);
      }
      return new RedisScript(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All keys must hash to one slot. */
  public Object run(UnifiedJedis redis, List<String> keys, List<String> arguments) {
    try {
      return redis.evalsha(sha1, keys, arguments);
    } catch (JedisNoScriptException unknown) {
      return redis.eval(text, keys, arguments);
    }
  }

  /**
   * Runs it once for each list of arguments, in their order, without waiting for each answer.
   * Throws when one of them fails; what came before it is done, and what comes after may be.
   */
  public void runEach(UnifiedJedis redis, List<String> keys, List<List<String>> arguments) {
    for (int from = 0; from < arguments.size(); from += BATCH) {
      List<List<String>> batch = arguments.subList(from, Math.min(from + BATCH, arguments.size()));
      // The first in full if need be, so that the server knows the script when the others come.
      run(redis, keys, batch.getFirst());
      List<Response<Object>> replies = new ArrayList<>();
      try (AbstractPipeline pipeline = redis.pipelined()) {
        batch.stream().skip(1).forEach(each -> replies.add(pipeline.evalsha(sha1, keys, each)));
        pipeline.sync();
      }
      replies.forEach(Response::get);
    }
  }
}
