package za.lexohub.query.export;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.query.AppliedWait;
import za.lexohub.readmodels.export.ExportViews;
import za.lexohub.readmodels.export.Pseudonyms;

/** Where what becomes a file is put together. */
@Configuration(proxyBeanMethods = false)
public class ExportQuestions {

  @Bean
  Exports exports(ExportViews views, AppliedWait applied) {
    return new Exports(views, applied);
  }

  @Bean
  ExportFiles exportFiles(ObjectProvider<MeterRegistry> registry) {
    return new ExportFiles(registry.getIfAvailable(SimpleMeterRegistry::new), System::nanoTime);
  }

  @Bean
  ReportFiles reportFiles(Pseudonyms pseudonyms) {
    return new ReportFiles(pseudonyms);
  }
}
