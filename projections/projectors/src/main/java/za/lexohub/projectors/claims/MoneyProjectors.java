package za.lexohub.projectors.claims;

import org.springframework.context.annotation.Configuration;

/** Where the projectors of credit notes, disputes and receipts are put together. */
@Configuration(proxyBeanMethods = false)
public class MoneyProjectors {}
