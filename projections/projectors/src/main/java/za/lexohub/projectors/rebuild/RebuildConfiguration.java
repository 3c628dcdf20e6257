package za.lexohub.projectors.rebuild;

import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.processing.PassingFailure;
import za.lexohub.projectors.asone.AppliedAsOneConfiguration;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.readmodels.position.ProjectionViews;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.rebuild.Comparison;
import za.lexohub.readmodels.rebuild.RebuildRows;
import za.lexohub.readmodels.row.TenantScope;

/**
 * Where the rebuilds of read models in SQL are put together. {@code lexohub.rebuild.segments} fill
 * one, with up to {@code lexohub.rebuild.batch-size} events in a transaction.
 */
@Configuration(proxyBeanMethods = false)
public class RebuildConfiguration {

  @Bean
  RebuildRows rebuildRows(JdbcClient jdbc) {
    return new RebuildRows(jdbc);
  }

  @Bean
  RebuildWorks rebuildWorks(
      OpenedText opened, PersonalDataVault vault, PublishedPositions positions) {
    return new RebuildWorks(new SqlReadModels(opened, vault, positions).all());
  }

  /** All read models that can be rebuilt; one bean, which no collection of others is. */
  record RebuildWorks(List<SqlReadModel> models) {}

  @Bean
  Workshop rebuildWorkshop(
      ObjectProvider<EventStore> log,
      ObjectProvider<TokenStore> tokens,
      ObjectProvider<TransactionManager> transactions,
      ObjectProvider<PassingFailure> passing,
      TenantScope scope,
      PlatformTransactionManager manager,
      @Value("${lexohub.rebuild.batch-size:1000}") int batchSize) {
    return new Workshop(
        log::getObject,
        tokens::getObject,
        transactions::getObject,
        () -> passing.orderedStream().toList(),
        scope,
        AppliedAsOneConfiguration.dataSource(manager),
        batchSize);
  }

  @Bean
  Fillings rebuildFillings(
      RebuildWorks works,
      RebuildRows rebuilds,
      PublishedPositions published,
      PlatformTransactionManager transactions,
      Workshop workshop) {
    return new Fillings(
        works.models(), rebuilds, published, new TransactionTemplate(transactions), workshop);
  }

  @Bean
  Rebuilds rebuilds(
      RebuildWorks works,
      RebuildRows rebuilds,
      Fillings fillings,
      Workshop workshop,
      JdbcClient jdbc,
      PublishedPositions published,
      PlatformTransactionManager transactions,
      ObjectProvider<Serializer> serializer,
      @Value("${lexohub.rebuild.segments:4}") int segments) {
    return new Rebuilds(
        works.models(),
        rebuilds,
        new Comparison(jdbc),
        fillings,
        new Places(rebuilds, published, serializer::getObject),
        workshop,
        transactions,
        segments);
  }

  @Bean
  RebuildMeters rebuildMeters(RebuildWorks works, RebuildRows rebuilds, ProjectionViews views) {
    return new RebuildMeters(
        works.models(),
        () ->
            rebuilds.progress(views.head()).stream()
                .collect(
                    Collectors.toMap(
                        RebuildRows.Progress::group, one -> one.progress().percent())));
  }
}
