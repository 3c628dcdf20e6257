package za.lexohub.audit.asof;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Entries that are told about several times; what a later word does not say stays. */
final class Papers<K> {

  private final List<String> names;
  private final TreeMap<K, Fields> entries;

  Papers(List<String> names, Comparator<? super K> order) {
    this.names = names;
    this.entries = new TreeMap<>(order);
  }

  void merge(K key, Map<String, @Nullable Object> said) {
    Fields entry = entries.computeIfAbsent(key, k -> new Fields(names));
    said.forEach(entry::set);
  }

  /** In the order of their keys. */
  List<Object> list() {
    return entries.values().stream().<Object>map(Fields::copy).toList();
  }
}
