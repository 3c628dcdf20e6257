package za.lexohub.messages.serialization;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.money.Money;

/** One instance of every event, each component filled with a value that its name decides. */
final class Samples {

  static Object of(Class<?> type) {
    return value("event", type, type);
  }

  private static Object value(String name, Class<?> type, Type generic) {
    if (type == Money.class) {
      return Money.cents(3_162_500);
    } else if (type == TenantId.class) {
      return new TenantId("thandi");
    } else if (type == String.class) {
      return name + " – ünïcode";
    } else if (type == UUID.class) {
      return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    } else if (type == int.class) {
      return 7;
    } else if (type == long.class) {
      return 1_234_567_890_123L;
    } else if (type == boolean.class) {
      return true;
    } else if (type == BigDecimal.class) {
      return new BigDecimal("3.50");
    } else if (type == Instant.class) {
      return Instant.parse("2026-03-01T08:30:00.123456Z");
    } else if (type == LocalDate.class) {
      return LocalDate.of(2026, 3, 1);
    } else if (type.isEnum()) {
      return type.getEnumConstants()[0];
    } else if (type == List.class) {
      Class<?> element = (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0];
      return List.of(value(name, element, element));
    } else if (type.isRecord()) {
      return record(name, type);
    }
    throw new IllegalArgumentException("no sample for " + type);
  }

  private static Object record(String name, Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] =
          value(name + "." + components[i].getName(), types[i], components[i].getGenericType());
    }
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a sample of " + type, e);
    }
  }

  private Samples() {}
}
