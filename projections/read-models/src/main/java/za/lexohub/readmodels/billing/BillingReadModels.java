package za.lexohub.readmodels.billing;

import org.springframework.context.annotation.Configuration;

/** Where the stores of billing from work, batches and rate cards are put together. */
@Configuration(proxyBeanMethods = false)
public class BillingReadModels {}
