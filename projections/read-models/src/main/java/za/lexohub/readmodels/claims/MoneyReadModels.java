package za.lexohub.readmodels.claims;

import org.springframework.context.annotation.Configuration;

/** Where the stores of credit notes, disputes and receipts are put together. */
@Configuration(proxyBeanMethods = false)
public class MoneyReadModels {}
