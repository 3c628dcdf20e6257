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
    runAll(redis, arguments.stream().map(each -> new Call(keys, each)).toList());
  }

  /** As {@link #runEach}; the keys of each call are its own. The answers are in the same order. */
  public List<Object> runAll(UnifiedJedis redis, List<Call> calls) {
    List<Object> answers = new ArrayList<>();
    for (int from = 0; from < calls.size(); from += BATCH) {
      List<Call> batch = calls.subList(from, Math.min(from + BATCH, calls.size()));
      // The first in full if need be, so that the server knows the script when the others come.
      answers.add(run(redis, batch.getFirst().keys, batch.getFirst().arguments));
      List<Response<Object>> replies = new ArrayList<>();
      try (AbstractPipeline pipeline = redis.pipelined()) {
        batch.stream()
            .skip(1)
            .forEach(call -> replies.add(pipeline.evalsha(sha1, call.keys, call.arguments)));
        pipeline.sync();
      }
      for (int i = 0; i < replies.size(); i++) {
        answers.add(answer(redis, replies.get(i), batch.get(i + 1)));
      }
    }
    return answers;
  }

  /** Another node of a cluster may not know the script yet, and has done none of its calls. */
  private Object answer(UnifiedJedis redis, Response<Object> reply, Call call) {
    try {
      return reply.get();
    } catch (JedisNoScriptException unknown) {
      return run(redis, call.keys, call.arguments);
    }
  }

  /** What one run is given. All keys must hash to one slot. */
  public record Call(List<String> keys, List<String> arguments) {}
}
