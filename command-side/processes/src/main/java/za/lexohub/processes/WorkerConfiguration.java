package za.lexohub.processes;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import za.lexohub.processes.analytics.AnalyticsConfiguration;
import za.lexohub.processes.billing.BatchConfiguration;
import za.lexohub.processes.pdf.DocumentsConfiguration;
import za.lexohub.processes.queue.ConsumerConfiguration;

/** The role {@code worker}: the queues are consumed, their work is done. */
@Configuration(proxyBeanMethods = false)
@Import({
  ConsumerConfiguration.class,
  DocumentsConfiguration.class,
  BatchConfiguration.class,
  AnalyticsConfiguration.class
})
public class WorkerConfiguration {}
