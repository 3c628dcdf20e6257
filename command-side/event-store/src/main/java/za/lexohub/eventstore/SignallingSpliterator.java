package za.lexohub.eventstore;

import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Passes a stream on and tells when it has ended, if it had anything in it. */
final class SignallingSpliterator<T> extends Spliterators.AbstractSpliterator<T> {

  private final Spliterator<T> source;
  private final Runnable signal;
  private boolean seen;

  private SignallingSpliterator(Spliterator<T> source, Runnable signal) {
    super(source.estimateSize(), source.characteristics() & ~Spliterator.SIZED);
    this.source = source;
    this.signal = signal;
  }

  static <T> Stream<T> atEndOf(Stream<T> stream, Runnable signal) {
    return StreamSupport.stream(new SignallingSpliterator<>(stream.spliterator(), signal), false)
        .onClose(stream::close);
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    if (source.tryAdvance(action)) {
      seen = true;
      return true;
    }
    if (seen) {
      seen = false;
      signal.run();
    }
    return false;
  }
}
