package za.lexohub.eventstore;

import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Passes a stream on and tells when it has ended, if it had anything in it, or has broken. */
final class SignallingSpliterator<T> extends Spliterators.AbstractSpliterator<T> {

  private final Spliterator<T> source;
  private final Runnable ended;
  private final Consumer<RuntimeException> broken;
  private boolean seen;

  private SignallingSpliterator(
      Spliterator<T> source, Runnable ended, Consumer<RuntimeException> broken) {
    super(source.estimateSize(), source.characteristics() & ~Spliterator.SIZED);
    this.source = source;
    this.ended = ended;
    this.broken = broken;
  }

  static <T> Stream<T> around(Stream<T> stream, Runnable ended, Consumer<RuntimeException> broken) {
    return StreamSupport.stream(
            new SignallingSpliterator<>(stream.spliterator(), ended, broken), false)
        .onClose(stream::close);
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    try {
      if (source.tryAdvance(action)) {
        seen = true;
        return true;
      }
    } catch (RuntimeException e) {
      broken.accept(e);
      throw e;
    }
    if (seen) {
      seen = false;
      ended.run();
    }
    return false;
  }
}
