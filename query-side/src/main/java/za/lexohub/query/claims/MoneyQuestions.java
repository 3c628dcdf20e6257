package za.lexohub.query.claims;

import org.springframework.context.annotation.Configuration;

/** Where the questions about credit notes, disputes and receipts are put together. */
@Configuration(proxyBeanMethods = false)
public class MoneyQuestions {}
