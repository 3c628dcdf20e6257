package za.lexohub.processes.mail;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The words of the letters: an HTML and a text resource beside this class for each. */
final class LetterTemplates {

  private static final String FOLDER = "za/lexohub/processes/mail/";

  private final TemplateEngine html = engine(TemplateMode.HTML, ".html");
  private final TemplateEngine text = engine(TemplateMode.TEXT, ".txt");

  String html(Letter letter) {
    return html.process(letter.template(), context(letter));
  }

  String text(Letter letter) {
    return text.process(letter.template(), context(letter));
  }

  private static Context context(Letter letter) {
    Map<String, Object> values = new HashMap<>(letter.values());
    values.put("subject", letter.subject());
    return new Context(Locale.ROOT, values);
  }

  private static TemplateEngine engine(TemplateMode mode, String suffix) {
    ClassLoaderTemplateResolver resolver =
        new ClassLoaderTemplateResolver(LetterTemplates.class.getClassLoader());
    resolver.setPrefix(FOLDER);
    resolver.setSuffix(suffix);
    resolver.setTemplateMode(mode);
    resolver.setCharacterEncoding("UTF-8");
    resolver.setCacheable(true);
    TemplateEngine engine = new TemplateEngine();
    engine.setTemplateResolver(resolver);
    return engine;
  }
}
