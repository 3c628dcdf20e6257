package za.lexohub.projectors.golden;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.erasure.FileKind;
import za.lexohub.messages.erasure.FileReference;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.proforma.ProFormaId;

/**
 * Instances of records, their components filled with values of a seed. All ids of one kind are the
 * same, so that what is made by one of these is about the same matter, invoice and payment.
 */
final class MadeUp {

  private static final int ATTEMPTS = 100;
  private static final Instant FIRST = Instant.parse("2026-01-01T21:59:59.999999Z");

  /** Letters that change their length or their shape where somebody else's alphabet is used. */
  private static final String[] WORDS = {
    "Title",
    "ILITHA",
    "ıstanbul",
    "İzmir",
    "Straße",
    "Ngcobo",
    "d'Oliveira",
    "naïve",
    "ΣΊΣΥΦΟΣ",
    "100 %"
  };

  private final Random random;
  private final TenantId tenant;
  private final String life;

  MadeUp(TenantId tenant, String life, long seed) {
    this.tenant = tenant;
    this.life = life;
    this.random = new Random(seed);
  }

  /** A record of this type; another one each time. */
  <T> T a(Class<T> type) {
    for (int attempt = 0; ; attempt++) {
      try {
        return type.cast(value(type.getSimpleName(), type, type));
      } catch (IllegalArgumentException refused) {
        // Not every combination is a sound one.
        if (attempt == ATTEMPTS) {
          throw refused;
        }
      }
    }
  }

  private Object value(String name, Class<?> type, Type generic) {
    if (type == Money.class) {
      return Money.cents(1 + random.nextInt(5_000_000));
    } else if (type == TenantId.class) {
      return tenant;
    } else if (type == FileReference.class) {
      return random.nextBoolean()
          ? new FileReference(FileKind.MATTER, id(MatterId.class.getSimpleName()))
          : new FileReference(FileKind.PRO_FORMA, id(ProFormaId.class.getSimpleName()));
    } else if (type == String.class) {
      // Never twice: some are tokens and numbers, of which there is one each.
      return WORDS[random.nextInt(WORDS.length)] + " " + Long.toUnsignedString(random.nextLong());
    } else if (type == UUID.class) {
      return id(name);
    } else if (type == int.class || type == Integer.class) {
      return 1 + random.nextInt(3);
    } else if (type == long.class || type == Long.class) {
      return 1L + random.nextInt(1_000_000);
    } else if (type == boolean.class || type == Boolean.class) {
      return random.nextBoolean();
    } else if (type == BigDecimal.class) {
      return BigDecimal.valueOf(1 + random.nextInt(1_000), 2);
    } else if (type == Instant.class) {
      return FIRST.plus(Duration.ofMinutes(random.nextInt(1_000_000)));
    } else if (type == LocalDate.class) {
      return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(700));
    } else if (type.isEnum()) {
      return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
    } else if (type == List.class) {
      Class<?> element = (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0];
      return Stream.generate(() -> value(name, element, element)).limit(lengthOf(element)).toList();
    } else if (type.isRecord()) {
      return record(type);
    }
    throw new IllegalStateException("nothing can be made up for " + type);
  }

  /** One where they would all be the same, else up to three. */
  private int lengthOf(Class<?> element) {
    return element == UUID.class || element.getSimpleName().endsWith("Id")
        ? 1
        : 1 + random.nextInt(3);
  }

  private Object record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    boolean isId = components.length == 1 && components[0].getType() == UUID.class;
    Class<?>[] types = new Class<?>[components.length];
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < components.length; i++) {
      RecordComponent component = components[i];
      types[i] = component.getType();
      values.add(
          isId
              ? id(type.getSimpleName())
              : component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                      && random.nextInt(4) == 0
                  ? null
                  : value(component.getName(), types[i], component.getGenericType()));
    }
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values.toArray());
    } catch (InvocationTargetException refused) {
      throw new IllegalArgumentException(type + " refuses " + values, refused.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The id of the thing of that kind in this life.
   *
   * @param kind a type like {@code MatterId}, or a component like {@code matterId} or {@code
   *     invoiceIds}
   */
  UUID id(String kind) {
    String singular = kind.endsWith("Ids") ? kind.substring(0, kind.length() - 1) : kind;
    String name = tenant + "/" + life + "/" + singular.toLowerCase(Locale.ROOT);
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
