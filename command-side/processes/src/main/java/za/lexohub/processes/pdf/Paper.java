package za.lexohub.processes.pdf;

import java.util.List;
import org.openpdf.text.Element;

/** A paper that can be set: its frame and its text. */
interface Paper {

  Frame frame();

  /** The text from top to bottom, made anew at every call because setting uses it up. */
  List<Element> body();
}
