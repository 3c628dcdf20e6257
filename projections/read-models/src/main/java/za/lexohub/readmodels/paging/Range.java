package za.lexohub.readmodels.paging;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A range whose ends may each be open, inclusive ({@code gte}, {@code lte}) or exclusive. */
public record Range<T extends Comparable<? super T>>(
    @Nullable T gte, @Nullable T gt, @Nullable T lte, @Nullable T lt) {

  /** Everything. */
  public static <T extends Comparable<? super T>> Range<T> all() {
    return new Range<>(null, null, null, null);
  }

  public static <T extends Comparable<? super T>> Range<T> between(T from, T through) {
    return new Range<>(from, null, through, null);
  }

  /** With its bounds in another form that has the same order. */
  public <R extends Comparable<? super R>> Range<R> map(Function<T, R> form) {
    return new Range<>(mapped(gte, form), mapped(gt, form), mapped(lte, form), mapped(lt, form));
  }

  private static <T, R> @Nullable R mapped(@Nullable T bound, Function<T, R> form) {
    return bound == null ? null : form.apply(bound);
  }
}
