package za.lexohub.processes.billing;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Where the processes of billing from work, batches and rate cards are put together. */
@Configuration(proxyBeanMethods = false)
@Import(InvoiceDraftSaga.class)
public class BillingProcesses {}
