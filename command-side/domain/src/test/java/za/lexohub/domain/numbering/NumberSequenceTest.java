package za.lexohub.domain.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.domain.matter.Matters;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.numbering.NumberSequenceEvents.NumberAllocated;

class NumberSequenceTest {

  @Test
  void manyAtOnceDrawEveryNumberOnce() throws Exception {
    Books books = new Books();
    TenantId jhb = Samples.fresh("jhb");
    List<Future<?>> opened = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 100; i++) {
        opened.add(threads.submit(() -> books.after(Matters.matter().of(jhb).open())));
      }
      for (Future<?> one : opened) {
        one.get();
      }
    }

    assertThat(books.stream(jhb + ":MATTER:2026"))
        .extracting(event -> ((NumberAllocated) event).number())
        .isEqualTo(IntStream.rangeClosed(1, 100).mapToObj("JHB/2026/%03d"::formatted).toList());
  }
}
