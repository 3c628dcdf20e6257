package za.lexohub.audit.checkpoint;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A store that a test can look into, and whose writes it can stop or watch. */
public class MemoryObjects implements AuditObjects {

  public final ConcurrentSkipListMap<String, byte[]> objects;
  public final AtomicInteger writes = new AtomicInteger();
  public volatile boolean away;

  public MemoryObjects() {
    this(new ConcurrentSkipListMap<>());
  }

  /** The same content behind another door. */
  public MemoryObjects(ConcurrentSkipListMap<String, byte[]> objects) {
    this.objects = objects;
  }

  /** Called before and after each write, with its number from 0. */
  protected void before(int write, String key) {}

  protected void after(int write, String key) {}

  @Override
  public void put(String key, byte[] content) {
    write(
        key,
        () -> {
          objects.put(key, content);
          return true;
        });
  }

  @Override
  public boolean putOnce(String key, byte[] content) {
    return write(key, () -> objects.putIfAbsent(key, content) == null);
  }

  @Override
  public boolean replace(String key, @Nullable String expected, byte[] content) {
    return write(
        key,
        () -> {
          boolean same =
              Optional.ofNullable(objects.get(key))
                  .map(found -> version(found).equals(expected))
                  .orElse(expected == null);
          if (same) {
            objects.put(key, content);
          }
          return same;
        });
  }

  private boolean write(String key, java.util.function.BooleanSupplier writing) {
    reach();
    int number = writes.getAndIncrement();
    before(number, key);
    boolean done = writing.getAsBoolean();
    after(number, key);
    return done;
  }

  @Override
  public Optional<Stored> get(String key) {
    reach();
    return Optional.ofNullable(objects.get(key)).map(found -> new Stored(found, version(found)));
  }

  @Override
  public List<String> keysAfter(String prefix, String after) {
    reach();
    return objects.tailMap(after, false).keySet().stream()
        .filter(key -> key.startsWith(prefix))
        .toList();
  }

  private void reach() {
    if (away) {
      throw new Away("the store is away");
    }
  }

  private static String version(byte[] content) {
    return Integer.toString(Arrays.hashCode(content));
  }
}
