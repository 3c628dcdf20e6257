package za.lexohub.processes.pdf;

import java.util.ArrayList;
import java.util.List;
import za.lexohub.messages.money.Line;
import za.lexohub.messages.party.Wording;

/** A priced line with its words. */
record Item(Line line, String description) {

  static List<Item> of(List<Line> lines, Wording wording) {
    List<Item> items = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      String words = i < wording.lines().size() ? wording.lines().get(i) : wording.title();
      items.add(new Item(lines.get(i), words));
    }
    return List.copyOf(items);
  }
}
