package za.lexohub.projectors.operations;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import za.lexohub.projectors.rebuild.Rebuilds;
import za.lexohub.readmodels.position.ProjectionViews;
import za.lexohub.readmodels.rebuild.RebuildRows;

/** For every node that writes read models: lets an operator build one anew beside what is read. */
@Configuration(proxyBeanMethods = false)
@Import(OperationRecordsConfiguration.class)
public class RebuildOperationsConfiguration {

  @Bean
  RebuildsEndpoint rebuildsEndpoint(
      Rebuilds rebuilds, RebuildRows rows, ProjectionViews views, OperationRecords records) {
    return new RebuildsEndpoint(rebuilds, () -> rows.progress(views.head()), records);
  }
}
