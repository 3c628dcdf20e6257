package za.lexohub.query.billing;

import org.springframework.context.annotation.Configuration;

/** Where the questions about billing from work, batches and rate cards are put together. */
@Configuration(proxyBeanMethods = false)
public class BillingQuestions {}
