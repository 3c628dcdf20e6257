package za.lexohub.projectors.billing;

import org.springframework.context.annotation.Configuration;

/** Where the projectors of billing from work, batches and rate cards are put together. */
@Configuration(proxyBeanMethods = false)
public class BillingProjectors {}
