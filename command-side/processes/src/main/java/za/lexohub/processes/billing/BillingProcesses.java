package za.lexohub.processes.billing;

import org.springframework.context.annotation.Configuration;

/** Where the processes of billing from work, batches and rate cards are put together. */
@Configuration(proxyBeanMethods = false)
public class BillingProcesses {}
