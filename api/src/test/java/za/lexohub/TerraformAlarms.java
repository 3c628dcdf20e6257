package za.lexohub;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.RunbooksTest.all;
import static za.lexohub.RunbooksTest.read;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The names that the alarms of Terraform have after the environment's: what a module's text says,
 * with each {@code for_each} counted out as far as modules here go.
 */
final class TerraformAlarms {

  private static final List<String> ROLES =
      List.of("command", "process", "worker", "projection", "query");

  static Set<String> names(List<Path> files) {
    Set<String> names = new TreeSet<>();
    for (Path file : files) {
      String module =
          files.stream()
              .filter(other -> other.getParent().equals(file.getParent()))
              .map(RunbooksTest::read)
              .collect(Collectors.joining("\n"));
      names.addAll(names(file, module));
    }
    return names;
  }

  private static Set<String> names(Path file, String module) {
    String text = read(file);
    Set<String> names = new LinkedHashSet<>();
    all("resource \"aws_cloudwatch_(?:metric|composite)_alarm\" \"\\w+\" (?=\\{)", text)
        .forEach(
            found -> {
              String block = braces(text, found.end());
              String template = one("alarm_name\\s*=\\s*\"(.*)\"", block);
              for (String key : keys(module, one("for_each\\s*=\\s*([^\\n]*)", block), block)) {
                names.add(
                    template
                        .replace("${var.name}-", "")
                        .replace("${local.identifier}", part(module, "identifier"))
                        .replace("${local.domain}", part(module, "domain"))
                        .replace("${lower(each.key)}", key.toLowerCase(Locale.ROOT))
                        .replace("${each.key}", key));
              }
            });
    return names;
  }

  private static String part(String module, String local) {
    return all("(?m)^  " + local + "\\s*=\\s*\"\\$\\{var.name}-(\\w+)\"", module)
        .map(found -> found.group(1))
        .findFirst()
        .orElse("?");
  }

  private static Set<String> keys(String module, String forEach, String block) {
    if (forEach.startsWith("{ for pair in setproduct(keys(var.target_group_suffixes)")) {
      return product(Set.of("command", "query"), Set.of("p50", "p99"));
    }
    if (forEach.startsWith("{")) {
      return keysOf(braces(block, block.indexOf('{', block.indexOf("for_each"))));
    }
    return switch (forEach.strip()) {
      case "aws_ecs_service.this" -> new TreeSet<>(ROLES);
      case "aws_cloudwatch_event_rule.this" -> keys(module, "local.rules", block);
      case "local.windows" -> product(keys(module, "local.burns", block), Set.of("long", "short"));
      default -> {
        assertThat(forEach).as("a for_each that this test can count").startsWith("local.");
        var local =
            all("(?m)^  " + forEach.strip().substring(6) + "\\s*= (?=\\{)", module)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + forEach));
        yield keysOf(braces(module, local.end()));
      }
    };
  }

  private static Set<String> product(Set<String> ones, Set<String> others) {
    Set<String> all = new TreeSet<>();
    ones.forEach(one -> others.forEach(other -> all.add(one + "-" + other)));
    return all;
  }

  /** Of a map, and not of the maps in it. */
  private static Set<String> keysOf(String map) {
    StringBuilder outer = new StringBuilder();
    int depth = 0;
    for (char c : map.toCharArray()) {
      depth += c == '{' ? 1 : 0;
      if (depth == 1) {
        outer.append(c);
      }
      depth -= c == '}' ? 1 : 0;
    }
    return all("([A-Za-z][\\w-]*)\\s*=(?!=)", outer.toString().replaceAll("\"[^\"]*\"", ""))
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** From an opening brace to the one that closes it. */
  private static String braces(String text, int from) {
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return text.substring(from, i + 1);
      }
    }
    throw new AssertionError("a brace is not closed");
  }

  private static String one(String pattern, String text) {
    return all(pattern, text).map(found -> found.group(1)).findFirst().orElseThrow();
  }

  private TerraformAlarms() {}
}
